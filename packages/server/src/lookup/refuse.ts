/** Refusals in the error bodies of contract v3: the one place of this surface that renders them. */
import type { ErrorResponse, GenericErrorResponse } from '@pantograph/model/v3';
import type { WholeAnswer } from '../http/answer.ts';
import { responseOf } from '../http/answer.ts';
import { pathOf } from '../http/request-line.ts';
import type { RefusalRenderer, RequestContext } from '../http/surface.ts';
import type { Refused } from '../refusal/refused.ts';
import { routeOf } from './route.ts';

/** Published codes by HTTP status. */
const codes = new Map([
  [400, 'E629400'],
  [404, 'E629000'],
  [500, 'E629500'],
  [503, 'E629503'],
]);

export const refuseInLookup: RefusalRenderer = (refused, context, request) =>
  responseOf(refusalAnswer(refused, context, pathOf(request.url)));

export function refusalAnswer(refused: Refused, context: RequestContext, path: string): WholeAnswer {
  const { status } = refused.entry;
  const { allowed } = refused.details;
  return {
    status,
    headers: {
      'content-type': 'application/json',
      ...(refused.code === 'method_not_allowed' && allowed !== undefined && { allow: allowed }),
    },
    body: JSON.stringify(bodyOf(refused, context, path)),
  };
}

/** The body that the endpoint declares for the status; the generic one where it declares none. */
function bodyOf(refused: Refused, context: RequestContext, path: string): unknown {
  const { status } = refused.entry;
  const operation = routeOf(path)?.operation;
  const code = codes.get(status);
  if (code === undefined || operation?.errors.some((declared) => declared === status) !== true) {
    return genericErrorResponse(refused);
  }
  return operation.ownError?.(refused.details.cause) ?? errorResponse(refused, code, context);
}

function errorResponse(
  { entry: { status, title }, details: { cause }, action }: Refused,
  code: string,
  { correlationId }: RequestContext,
): ErrorResponse {
  return { title, status, code, cause, action, correlationId };
}

function genericErrorResponse({ entry: { status, title }, details, action }: Refused): GenericErrorResponse {
  return { error: title, error_description: `${details.cause}. ${action}`, status };
}
