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
  credentials_missing: {
    status: 401,
    title: 'Unauthorized',
    action: 'Send a key as apiKey= or a token as Authorization: Bearer.',
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
} as const satisfies Record<string, RefusalEntry>;

export type RefusalCode = keyof typeof refusalCatalogue;
