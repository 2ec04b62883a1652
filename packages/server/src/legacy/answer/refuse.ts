/** v2's error body: `Type` and a list `Message`, in the format of the path. Contract v2, errors. */
import type { ErrorBody } from '@pantograph/model/v2';
import type { WholeAnswer } from '../../http/answer.ts';
import { responseOf } from '../../http/answer.ts';
import { pathOf } from '../../http/request-line.ts';
import type { RefusalRenderer, RequestContext } from '../../http/surface.ts';
import type { Refused } from '../../refusal/refused.ts';
import type { LegacySettings } from '../settings.ts';
import { noticeHeaders } from './deprecation.ts';
import { mediaTypes, write } from './format.ts';

/** One word each, as the only recorded one, Unauthorized, is. */
const typeOfStatus: Readonly<Record<number, string>> = {
  400: 'BadRequest',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'NotFound',
  405: 'MethodNotAllowed',
  413: 'ContentTooLarge',
  414: 'UriTooLong',
  415: 'UnsupportedMediaType',
  429: 'TooManyRequests',
  500: 'InternalError',
  503: 'ServiceUnavailable',
};

export function legacyRefusals(settings: Pick<LegacySettings, 'deprecation'>): RefusalRenderer {
  const answerTo = refusalAnswers(settings);
  return (refused, context, request) => responseOf(answerTo(refused, context, pathOf(request.url)));
}

export function refusalAnswers({
  deprecation,
}: Pick<LegacySettings, 'deprecation'>): (refused: Refused, context: RequestContext, path: string) => WholeAnswer {
  const notices = noticeHeaders(deprecation);
  return (refused, context, path) => {
    const { status } = refused.entry;
    const format = path.endsWith('.xml') ? 'xml' : 'json';
    const body: ErrorBody = {
      Type: typeOfStatus[status] ?? 'Error',
      Message: [`${refused.details.cause}.`, adviceOf(refused), `Correlation id: ${context.correlationId}`],
    };
    return {
      status,
      headers: { 'content-type': mediaTypes[format], ...remedyOf(refused), ...notices },
      body: write(format, 'error', body),
    };
  };
}

/** Clients of v2 send a pair, of which the other surfaces need not speak. */
function adviceOf({ action, entry }: Refused): string {
  return entry.status === 401 ? `${action} The pair app_id= and app_code= is read too.` : action;
}

/** RFC 9110: a 405 lists the methods there are, a 401 what is asked for, and others may say when to come back. */
function remedyOf({ code, details, entry }: Refused): Readonly<Record<string, string>> {
  return {
    ...(code === 'method_not_allowed' && details.allowed !== undefined ? { allow: details.allowed } : {}),
    ...(entry.status === 401 ? { 'www-authenticate': 'Bearer realm="pantograph"' } : {}),
    ...(details.retryAfter === undefined ? {} : { 'retry-after': String(details.retryAfter) }),
  };
}
