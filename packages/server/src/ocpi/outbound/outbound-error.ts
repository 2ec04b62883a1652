/** Why a request to another party was not made, or did not come to an end. */
export type OutboundReason =
  /** Not http or https, credentials in the URL, or no URL. */
  | 'url_unusable'
  /** The address is loopback, private, link-local or otherwise not of the public internet. */
  | 'address_not_public'
  | 'too_many_redirects'
  /** The headers, or more of the body, took too long. */
  | 'timeout'
  | 'body_too_long'
  /** The name is unknown, nobody listens, the connection broke. */
  | 'unreachable';

export class OutboundError extends Error {
  readonly reason: OutboundReason;

  constructor(reason: OutboundReason, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutboundError';
    this.reason = reason;
  }
}
