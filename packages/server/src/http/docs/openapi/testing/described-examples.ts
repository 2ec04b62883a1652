/** What an API description says by example, for tests: bodies, parameters, requests. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { z } from 'zod';

const content = z.record(z.string(), z.object({ schema: z.unknown(), example: z.unknown().optional() }));
const operation = z.object({
  operationId: z.string(),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.string(),
      required: z.boolean().optional(),
      style: z.string().optional(),
      explode: z.boolean().optional(),
      schema: z.unknown(),
      example: z.unknown().optional(),
    }),
  ),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content })),
  'x-codeSamples': z.array(z.object({ source: z.string() })),
});
const document = z.object({
  servers: z.tuple([z.object({ url: z.string() })]),
  paths: z.record(z.string(), z.partialRecord(z.enum(['get', 'post']), operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

type Operation = z.infer<typeof operation>;
type Parameter = Operation['parameters'][number];

export interface DescribedExamples {
  readonly operations: readonly (Operation & { readonly path: string; readonly method: string })[];
  /** `pathname?query` of every documented request. */
  readonly requests: readonly string[];
  /** Every example beside a schema, with what is wrong with it: nothing, as a rule. */
  readonly faults: readonly string[];
  readonly examples: number;
  /** Components that nothing in the document refers to. */
  readonly unused: readonly string[];
}

export function describedExamples(given: unknown): DescribedExamples {
  const { paths, components } = document.parse(given);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, described]) => ({ ...described, path, method })),
  );
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  const faults: string[] = [];
  let examples = 0;
  const hold = (place: string, schema: unknown, example: unknown): void => {
    if (example === undefined) return;
    examples++;
    const whole = { ...(schema as object), components };
    if (!ajv.validate(whole, example)) faults.push(`${place}: ${ajv.errorsText()}`);
  };
  for (const { operationId, parameters, requestBody, responses } of operations) {
    for (const { name, schema, example } of parameters) hold(`${operationId} ${name}`, schema, example);
    const bodies = { ...responses, ...(requestBody && { body: requestBody }) };
    for (const [status, { content: types }] of Object.entries(bodies)) {
      for (const { schema, example } of Object.values(types)) hold(`${operationId} ${status}`, schema, example);
    }
  }
  const text = JSON.stringify(given);
  return {
    operations,
    requests: operations.flatMap((each) =>
      each['x-codeSamples'].map(({ source }) => /\$BASE_URL([^"]+)"/.exec(source)?.[1] ?? ''),
    ),
    faults,
    examples,
    unused: Object.keys(components.schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`)),
  };
}

/** The example of a parameter as it stands in a query; several entries where it is repeated. */
export function queryOf({ name, style, explode, example }: Parameter): [string, string][] {
  if (style === 'deepObject') {
    return Object.entries(example as object).map(([property, value]) => [`${name}[${property}]`, String(value)]);
  }
  if (Array.isArray(example) && explode === true) return example.map((value) => [name, String(value)]);
  return [[name, String(example)]];
}
