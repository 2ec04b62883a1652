/** Refusals in the error body of the search contract: the one place of this surface that renders them. */
import type { ErrorResponse } from '@pantograph/model/search';
import { answer } from '../http/answer.ts';
import type { RefusalRenderer } from '../http/surface.ts';

export const refuseInDiscovery: RefusalRenderer = (refused, context) => {
  const { status, title } = refused.entry;
  const allow = refused.code === 'method_not_allowed' ? refused.details.allowed : undefined;
  return answer(JSON.stringify(bodyOf()), {
    status,
    headers: { 'content-type': 'application/json', ...(allow === undefined ? {} : { allow }) },
  });

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
};
