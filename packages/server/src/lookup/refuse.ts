/** Refusals in the two error bodies of contract v3: the one place of this surface that renders them. */
import type { ErrorResponse, GenericErrorResponse } from '@pantograph/model/v3';
import { answer } from '../http/answer.ts';
import type { RequestContext, RefusalRenderer } from '../http/surface.ts';
import type { Refused } from '../refusal/refused.ts';

/** Published codes by HTTP status. */
const codes = new Map([
  [400, 'E629400'],
  [404, 'E629000'],
  [500, 'E629500'],
  [503, 'E629503'],
]);

export const refuseInLookup: RefusalRenderer = (refused, context) => {
  const { status } = refused.entry;
  const allow = refused.code === 'method_not_allowed' ? refused.details.allowed : undefined;
  return answer(JSON.stringify(errorResponse(refused, context) ?? genericErrorResponse(refused)), {
    status,
    headers: { 'content-type': 'application/json', ...(allow !== undefined && { allow }) },
  });
};

/** Of the statuses that have a code; a path that is none of ours is no missing content. */
function errorResponse(refused: Refused, { correlationId }: RequestContext): ErrorResponse | undefined {
  const { status, title } = refused.entry;
  const code = refused.code === 'path_unknown' ? undefined : codes.get(status);
  if (code === undefined) return undefined;
  return { title, status, code, cause: refused.details.cause, action: refused.action, correlationId };
}

function genericErrorResponse({ entry, details, action }: Refused): GenericErrorResponse {
  return { error: entry.title, error_description: `${details.cause}. ${action}`, status: entry.status };
}
