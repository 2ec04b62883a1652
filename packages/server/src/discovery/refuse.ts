/** Refusals in the error body of the search contract: the one place of this surface that renders them. */
import type { ErrorResponse } from '@pantograph/model/search';
import type { WholeAnswer } from '../http/answer.ts';
import { responseOf } from '../http/answer.ts';
import type { RefusalRenderer, RequestContext } from '../http/surface.ts';
import type { Refused } from '../refusal/refused.ts';

export const refuseInDiscovery: RefusalRenderer = (refused, context) => responseOf(refusalAnswer(refused, context));

export function refusalAnswer(refused: Refused, context: RequestContext): WholeAnswer {
  const { status, title } = refused.entry;
  const allow = refused.code === 'method_not_allowed' ? refused.details.allowed : undefined;
  return {
    status,
    headers: { 'content-type': 'application/json', ...(allow === undefined ? {} : { allow }) },
    body: JSON.stringify(bodyOf()),
  };

  function bodyOf(): ErrorResponse | { readonly error: string; readonly error_description: string } {
    // Credentials are the gateway's business, whose body is another (contract search, errors).
    if (status === 401) return { error: title, error_description: refused.details.cause };
    return {
      status,
      title,
      code: refused.code,
      cause: refused.details.cause,
      action: refused.action,
      correlationId: context.correlationId,
      requestId: context.requestId ?? context.correlationId,
    };
  }
}
