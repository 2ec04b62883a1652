/** Every reason for which a request is refused, once. docs/errors.md is generated from here. */

export interface RefusalEntry {
  /** HTTP status; surfaces whose contract differs say so where they render. */
  readonly status: number;
  readonly title: string;
  /** When it happens, for docs/errors.md. */
  readonly when: string;
  /** What the caller can do; `{name}` stands for a detail. */
  readonly action: string;
}

export const refusalCatalogue = {
  parameter_missing: {
    status: 400,
    title: 'Bad Request',
    when: 'A required parameter is not there, or empty.',
    action: 'Add the parameter {parameter}: {allowed}.',
  },
  parameter_invalid: {
    status: 400,
    title: 'Bad Request',
    when: 'A parameter has a value that its grammar, range or list of values does not allow.',
    action: 'Send {parameter} as {allowed}.',
  },
  parameter_misplaced: {
    status: 400,
    title: 'Bad Request',
    when: 'A parameter came to a path, or in a part of the request, that has no room for it; another one has.',
    action: 'Move {parameter} to {allowed}, or leave it out.',
  },
  parameter_conflict: {
    status: 400,
    title: 'Bad Request',
    when: 'Parameters that exclude each other came together, or one that needs another came alone.',
    action: 'Send {allowed}.',
  },
  parameter_repeated: {
    status: 400,
    title: 'Bad Request',
    when: 'A parameter that can stand only once came more often.',
    action: 'Send {parameter} once.',
  },
  request_malformed: {
    status: 400,
    title: 'Bad Request',
    when: 'The URL or the body cannot be read at all: broken percent-escapes, bytes that are not UTF-8, NUL, a body that broke off.',
    action: 'Send {allowed}.',
  },
  not_found: {
    status: 404,
    title: 'No content found with provided ID',
    when: 'There is nothing with this id, or not any more.',
    action: 'Check the identifier; a location that was removed is not served any more.',
  },
  cursor_unusable: {
    status: 410,
    title: 'Gone',
    when: 'The cursor was made over another store, or over a past of this one that is not there any more: its log begins later, or a backup was brought back.',
    action: 'Start again with a full read: ask /changes without since, and drop what it does not name.',
  },
  path_unknown: {
    status: 404,
    title: 'Not Found',
    when: 'No surface serves this path.',
    action: 'See the API description for the paths there are.',
  },
  method_not_allowed: {
    status: 405,
    title: 'Method not allowed for this action',
    when: 'The path is served, but not with this method.',
    action: 'Use {allowed}.',
  },
  request_too_long: {
    status: 414,
    title: 'URI Too Long',
    when: 'The URL is longer than 32,768 characters.',
    action: 'Send at most {allowed}.',
  },
  headers_too_long: {
    status: 431,
    title: 'Request Header Fields Too Large',
    when: 'The request line and the headers together are longer than 128 KiB.',
    action: 'Send at most {allowed}.',
  },
  request_late: {
    status: 408,
    title: 'Request Timeout',
    when: 'The request, or its rest, did not arrive in time.',
    action: 'Send it again, within {allowed}.',
  },
  body_too_long: {
    status: 413,
    title: 'Content Too Large',
    when: 'The body is longer than 1 MiB.',
    action: 'Send at most {allowed}.',
  },
  media_type_unsupported: {
    status: 415,
    title: 'Unsupported Media Type',
    when: 'The body is of a kind that the path does not take.',
    action: 'Send the body as {allowed}.',
  },
  credentials_missing: {
    status: 401,
    title: 'Unauthorized',
    when: 'The server asks for a key or token and the request has none.',
    action: 'Send a key as apiKey= or a token as Authorization: Bearer.',
  },
  credentials_invalid: {
    status: 401,
    title: 'Unauthorized',
    when: 'The key or token is unknown, revoked, expired, or not signed by who it should be.',
    action: 'Send {allowed}.',
  },
  rights_missing: {
    status: 403,
    title: 'Forbidden',
    when: 'The key or token is good but lacks the right for what was asked.',
    action: 'Ask without {parameter}, or with a key that has the right {allowed}.',
  },
  too_many_requests: {
    status: 429,
    title: 'Too Many Requests',
    when: 'The key, or the address of a caller without one, has used up its rate.',
    action: 'Wait for the seconds that Retry-After gives.',
  },
  too_many_streams: {
    status: 429,
    title: 'Too Many Requests',
    when: 'The key, or the address of a caller without one, has as many streams of events open as it may.',
    action: 'Close a stream that is open, or ask /changes every now and then.',
  },
  internal_error: {
    status: 500,
    title: 'Internal Error',
    when: 'A fault of this server. It is logged with the correlation id; nothing of it is shown.',
    action: 'Try again; if it stays, report the correlation id to the operator of this server.',
  },
  unavailable: {
    status: 503,
    title: 'Service Unavailable',
    when: 'The server cannot answer now: it took too long, or something it depends on is away.',
    action: 'Try again in a few seconds.',
  },
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof refusalCatalogue;
