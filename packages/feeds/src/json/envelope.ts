/** The OCPI envelope around a list or an object. Source: OCPI 2.3.0, transport and format, response format. */
import type { Notice } from '@pantograph/model/notice';

type Fields = Readonly<Record<string, unknown>>;

/** The fields before `data`, from the text up to its value; `undefined` where it is no envelope but an object with an id. */
export function envelopeHead(textBeforeData: string): Fields | undefined {
  const fields = fieldsOf(`${textBeforeData}null}`);
  return fields === undefined || 'id' in fields ? undefined : fields;
}

/** The fields after `data`, from the text behind its value. */
export function envelopeTail(textAfterData: string): Fields {
  return fieldsOf(`{"data":null${textAfterData}`) ?? {};
}

/** True for an object that is an envelope without a list or object in it. */
export function isBareEnvelope(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && 'status_code' in value && !('id' in value);
}

/** What the envelope's status says is wrong with the answer. */
export function refusalIn(fields: Fields): Notice | undefined {
  const status = Number(fields['status_code']);
  if (Number.isNaN(status) || status < 2000) return undefined;
  const said = fields['status_message'];
  const message = typeof said === 'string' && said !== '' ? said.slice(0, 200) : 'no message';
  return { code: 'envelope_refused', path: '', parameters: { status_code: status, status_message: message } };
}

export const withoutData: Notice = { code: 'envelope_without_data', path: '' };

function fieldsOf(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Fields) : undefined;
  } catch {
    return undefined;
  }
}
