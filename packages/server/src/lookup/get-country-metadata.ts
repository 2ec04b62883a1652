import { z } from 'zod';
import { MetadataByCountry, metadataFields, presentCountryMetadata } from '@pantograph/model/v3';
import { jsonAnswer } from './lookup.ts';
import { exampleMetadata } from './openapi/example-bodies.ts';
import type { Asked, Operation } from './operation.ts';
import type { Parameter } from './parameter.ts';
import { distinctList, readParameter } from './parameter.ts';

const countryCodesParameter = {
  name: 'countryCodes',
  description: 'ISO 3166-1 alpha-3, in any case. Without it, all countries that have locations.',
  form: 'commas',
  schema: z
    .array(z.string().regex(/^[A-Za-z]{3}$/))
    .min(1)
    .max(50),
  allowed: '1 to 50 country codes of three letters with commas between them',
  example: 'NLD,DEU',
} as const satisfies Parameter;

const metadataFieldsParameter = {
  name: 'fields',
  description: 'What to answer of each country beside its code. `tariffs` adds names to the companies.',
  form: 'commas',
  schema: distinctList(z.enum(metadataFields)).min(1).max(metadataFields.length),
  allowed: `one or more of ${metadataFields.join(', ')}, each once`,
  example: 'operators,connectorTypes',
} as const satisfies Parameter;

export const getCountryMetadata: Operation = {
  name: 'getCountryMeta',
  path: '/countryMetadata',
  tag: 'Charging Location Metadata',
  summary: 'Operators, eMSPs, tariff names and connector types by country',
  parameters: [countryCodesParameter, metadataFieldsParameter],
  success: { schema: MetadataByCountry, description: 'Countries by code, in order.', example: exampleMetadata },
  errors: [400, 500, 503],
  samples: ({ countryCode }) => [
    { label: 'Which countries there are', path: '/v3/countryMetadata' },
    {
      label: 'All of one country',
      path: `/v3/countryMetadata?countryCodes=${countryCode}&fields=${metadataFields.join(',')}`,
    },
  ],
  async answer({ query, context, lookup }: Asked) {
    const countryCodes = readParameter(query, countryCodesParameter);
    const fields = new Set(readParameter(query, metadataFieldsParameter) ?? []);
    const index = await lookup.countryIndex(context.now);
    return jsonAnswer(presentCountryMetadata(index, { countryCodes, fields }), index.sources);
  },
};
