/** What the edge refuses before, or instead of, this surface, in OCPI's words. */
import { responseOf } from '../../http/answer.ts';
import type { RefusalCode } from '../../refusal/catalogue.ts';
import type { RefusalRenderer } from '../../http/surface.ts';
import { envelope } from './envelope.ts';
import type { SituationName } from './situations.ts';

const ofRefusal: Partial<Record<RefusalCode, SituationName>> = {
  path_unknown: 'path_unknown',
  method_not_allowed: 'method_not_allowed',
  body_too_long: 'body_too_long',
  request_malformed: 'request_unreadable',
  too_many_requests: 'too_many_requests',
  unavailable: 'unavailable',
  internal_error: 'internal_error',
};

export const refuseInOcpi: RefusalRenderer = (refused, context, request) => {
  const situation = ofRefusal[refused.code] ?? (refused.entry.status >= 500 ? 'internal_error' : 'request_unreadable');
  const { cause, allowed } = refused.details;
  const message = allowed === undefined ? cause : `${cause}. Allowed: ${allowed}`;
  return responseOf(envelope(situation, { request, message, now: context.now }));
};
