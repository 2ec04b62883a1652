/** RFC 9457 problem details: the error body of every surface that is our own. */
import type { RequestContext } from './surface.ts';
import type { Refused } from '../refusal/refused.ts';
import { answer } from './answer.ts';

/** The RefusalRenderer of our own surfaces. */
export function renderProblem(refused: Refused, context: RequestContext): Response {
  const { code, details, entry, action } = refused;
  // RFC 9110: a 405 lists the methods there are.
  const allow = code === 'method_not_allowed' && details.allowed !== undefined ? { allow: details.allowed } : {};
  const problem = {
    type: `/docs/errors#${code}`,
    title: entry.title,
    status: entry.status,
    detail: details.cause,
    code,
    ...(details.parameter === undefined ? {} : { parameter: details.parameter }),
    action,
    correlationId: context.correlationId,
  };
  return answer(JSON.stringify(problem), {
    status: entry.status,
    headers: { 'content-type': 'application/problem+json', ...allow },
  });
}
