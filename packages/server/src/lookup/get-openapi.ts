import { answer } from '../http/answer.ts';
import type { Asked, Operation } from './operation.ts';

const yamlTypes = ['application/x-yaml', 'text/x-yaml', 'application/yaml', 'text/yaml'];

export const getOpenapi: Operation = {
  name: 'getOpenapi',
  path: '/openapi',
  tag: 'API Information',
  summary: 'This description, as JSON or, where asked for, as YAML',
  parameters: [],
  success: { description: 'The OpenAPI document.', alsoAs: ['application/x-yaml', 'text/x-yaml'] },
  errors: [],
  samples: () => [{ label: 'This document', path: '/v3/openapi' }],
  answer({ request, lookup }: Asked) {
    const type = wantedYaml(request.headers.get('accept') ?? '');
    return answer(type === undefined ? lookup.description.json() : lookup.description.yaml(), {
      headers: { 'content-type': type ?? 'application/json', vary: 'Accept' },
    });
  },
};

/** The YAML type that is preferred to JSON, by weight and then by place (RFC 9110, Accept). */
function wantedYaml(accept: string): string | undefined {
  const ranges = accept
    .toLowerCase()
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { type, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(
      ({ type, weight }) =>
        weight > 0 && (yamlTypes.includes(type) || /^(?:application\/json|\*\/\*|application\/\*)$/.test(type)),
    )
    .toSorted((one, other) => other.weight - one.weight);
  return yamlTypes.find((type) => type === ranges[0]?.type);
}
