/** Every reason for which a request is refused, once. docs/errors.md is generated from here. */

export interface RefusalEntry {
  /** HTTP status; surfaces whose contract differs say so where they render. */
  readonly status: number;
  readonly title: string;
  /** What the caller can do; `{name}` stands for a detail. */
  readonly action: string;
}

export const refusalCatalogue = {
  parameter_missing: {
    status: 400,
    title: 'Bad Request',
    action: 'Add the parameter {parameter}: {allowed}.',
  },
  parameter_invalid: {
    status: 400,
    title: 'Bad Request',
    action: 'Send {parameter} as {allowed}.',
  },
  parameter_conflict: {
    status: 400,
    title: 'Bad Request',
    action: 'Send {allowed}.',
  },
  parameter_repeated: {
    status: 400,
    title: 'Bad Request',
    action: 'Send {parameter} once.',
  },
  request_malformed: {
    status: 400,
    title: 'Bad Request',
    action: 'Send {allowed}.',
  },
  not_found: {
    status: 404,
    title: 'No content found with provided ID',
    action: 'Check the identifier; a location that was removed is not served any more.',
  },
  path_unknown: {
    status: 404,
    title: 'Not Found',
    action: 'See the API description for the paths there are.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed for this action',
    action: 'Use {allowed}.',
  },
  request_too_long: {
    status: 414,
    title: 'URI Too Long',
    action: 'Send at most {allowed}.',
  },
  body_too_long: {
    status: 413,
    title: 'Content Too Large',
    action: 'Send at most {allowed}.',
  },
  media_type_unsupported: {
    status: 415,
    title: 'Unsupported Media Type',
    action: 'Send the body as {allowed}.',
  },
  credentials_missing: {
    status: 401,
    title: 'Unauthorized',
    action: 'Send a key as apiKey= or a token as Authorization: Bearer.',
  },
  credentials_invalid: {
    status: 401,
    title: 'Unauthorized',
    action: 'Send {allowed}.',
  },
  rights_missing: {
    status: 403,
    title: 'Forbidden',
    action: 'Ask without {parameter}, or with a key that has the right {allowed}.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too Many Requests',
    action: 'Wait for the seconds that Retry-After gives.',
  },
  internal_error: {
    status: 500,
    title: 'Internal Error',
    action: 'Try again; if it stays, report the correlation id to the operator of this server.',
  },
  unavailable: {
    status: 503,
    title: 'Service Unavailable',
    action: 'Try again in a few seconds.',
  },
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof refusalCatalogue;
