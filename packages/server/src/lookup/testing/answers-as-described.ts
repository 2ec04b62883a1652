/** Holds answers against the API description that the surface itself serves; for tests. */
import { Ajv2020 } from 'ajv/dist/2020.js';

type Json = Readonly<Record<string, unknown>>;

export interface DescribedOperation {
  readonly operationId: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly example?: unknown }[];
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Json>> }>>;
  readonly 'x-codeSamples': readonly { readonly source: string }[];
}

export interface ApiDocument {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, { readonly get: DescribedOperation }>>;
  readonly components: { readonly schemas: Readonly<Record<string, Json>> };
}

export interface AnswerChecker {
  /** Throws where an answer is not as described, an undescribed key included. `path` as in the document. */
  check(path: string, status: number, body: unknown): void;
  /** Throws where a value does not fit a schema of the document. */
  checkSchema(name: string, value: unknown): void;
}

/** Clients are told to expect new keys; in tests an undescribed key is a mistake. */
export function answerChecker(document: ApiDocument): AnswerChecker {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ ...(closed(document) as object), $id: 'api' });
  const hold = (pointer: string, value: unknown) => {
    const validate = ajv.getSchema(`api#${pointer}`);
    if (validate === undefined) throw new Error(`${pointer} is not described`);
    if (validate(value) !== true)
      throw new Error(`${pointer}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`);
  };
  return {
    check: (path, status, body) => {
      const responses = document.paths[path]?.get.responses;
      if (responses === undefined) throw new Error(`${path} is not described`);
      const key = String(status) in responses ? String(status) : 'default';
      const place = ['paths', path, 'get', 'responses', key, 'content', 'application/json', 'schema'];
      hold(place.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join(''), body);
    },
    checkSchema: (name, value) => {
      hold(`/components/schemas/${name}`, value);
    },
  };
}

function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]));
  return copy['type'] === 'object' && 'properties' in copy ? { ...copy, additionalProperties: false } : copy;
}
