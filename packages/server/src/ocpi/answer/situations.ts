/**
 * What can become of an OCPI request, with its HTTP status and its OCPI status_code. OCPI 2.3.0, transport, "Status
 * codes": an HTTP error is for what never reached the OCPI layer, for what is not there to be read, and for the
 * credentials module's 405; everything else is HTTP 200 with a code. docs/ocpi.md shows this table.
 */

export interface Situation {
  readonly http: number;
  readonly code: number;
  /** For docs/ocpi.md. */
  readonly when: string;
}

export const situations = {
  done: { http: 200, code: 1000, when: 'Done; also where the object was older than what is held and was ignored' },
  created: { http: 201, code: 1000, when: 'The object was new to us' },
  body_unreadable: { http: 400, code: 2001, when: 'The body is not JSON' },
  request_unreadable: { http: 400, code: 2000, when: 'The request is not one that HTTP can carry' },
  body_invalid: { http: 200, code: 2001, when: 'The body is JSON, but not the object that belongs here' },
  parameter_invalid: { http: 200, code: 2001, when: 'A query parameter has a value that it cannot have' },
  id_differs: { http: 200, code: 2001, when: 'An id, country code or party id in the URL is not the one in the body' },
  last_updated_missing: { http: 200, code: 2001, when: 'A PATCH without last_updated, or with one that is no date' },
  object_unusable: { http: 200, code: 2001, when: 'The object cannot be kept as it is; it went to quarantine' },
  object_unknown: {
    http: 200,
    code: 2003,
    when: 'A PATCH, or an EVSE or connector, for what we do not hold: PUT it whole',
  },
  not_found: { http: 404, code: 2003, when: 'A GET or DELETE of an object that is not there, or not for this peer' },
  not_carried: { http: 404, code: 2000, when: 'A GET of what is there, and cannot be said in the version' },
  party_foreign: { http: 404, code: 2001, when: 'The party in the URL is none of the roles of the handshake' },
  party_taken: {
    http: 200,
    code: 2001,
    when: 'Credentials with a party for which another registered peer speaks; our operator can let both',
  },
  path_unknown: { http: 404, code: 2000, when: 'There is nothing at this path' },
  version_unknown: { http: 404, code: 3002, when: 'We do not speak this version' },
  method_not_allowed: { http: 405, code: 2000, when: 'The resource has other methods; `Allow` names them' },
  registered_already: { http: 405, code: 2000, when: 'POST of credentials by a registered peer: rotate with PUT' },
  not_registered: { http: 405, code: 2000, when: 'PUT or DELETE of credentials before the registration by POST' },
  token_missing: { http: 401, code: 2002, when: 'No `Authorization: Token ...`' },
  token_unknown: { http: 401, code: 2000, when: 'The token is none of ours, has been rotated away, or was withdrawn' },
  token_not_yet: {
    http: 401,
    code: 2000,
    when: 'The token of an invitation on another module than versions and credentials',
  },
  body_too_long: { http: 413, code: 2000, when: 'The body is longer than this server reads' },
  too_many_requests: { http: 429, code: 2000, when: 'Too many requests' },
  peer_unreachable: {
    http: 200,
    code: 3001,
    when: "The peer's versions or version details cannot be had with its token",
  },
  version_unsupported: { http: 200, code: 3002, when: 'The peer does not list the version it registers with' },
  endpoints_missing: { http: 200, code: 3003, when: 'The peer lists no credentials or no locations endpoint' },
  internal_error: { http: 500, code: 3000, when: 'A fault of this server' },
  unavailable: { http: 503, code: 3000, when: 'This server cannot answer now' },
} as const satisfies Record<string, Situation>;

export type SituationName = keyof typeof situations;
