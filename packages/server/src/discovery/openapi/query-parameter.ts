/** A query parameter of discovery as its description has it. */
import type { JsonObject } from '../../http/docs/openapi/json-schemas.ts';
import type { Endpoint } from '../read-presentation.ts';

export interface QueryParameter {
  readonly name: string;
  readonly description: string;
  readonly schema: JsonObject;
  /** `commas`: a list with commas between its values; `repeated`: once for each; `deep`: `name[property]=value`. */
  readonly form?: 'commas' | 'repeated' | 'deep';
  readonly example: unknown;
  readonly endpoints: readonly Endpoint[];
  readonly required?: readonly Endpoint[];
}

export const searching: readonly Endpoint[] = ['browse', 'discover', 'autosuggest'];
export const listing: readonly Endpoint[] = ['browse', 'discover'];
export const everywhere: readonly Endpoint[] = [...searching, 'lookup'];

export function describeParameter(parameter: QueryParameter, endpoint: Endpoint): JsonObject {
  const { name, description, schema, form, example, required } = parameter;
  return {
    name,
    in: 'query',
    description,
    ...(required?.includes(endpoint) === true && { required: true }),
    ...(form === 'commas' && { style: 'form', explode: false }),
    ...(form === 'repeated' && { style: 'form', explode: true }),
    ...(form === 'deep' && { style: 'deepObject', explode: true }),
    schema,
    example,
  };
}
