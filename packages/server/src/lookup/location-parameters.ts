/** Parameters of the two location endpoints. Source: contract v3, parameters; `enums` is ours. */
import { z } from 'zod';
import type { ContentId } from '@pantograph/model/location';
import { contentIdIn } from '@pantograph/model/location';
import type { PresentV3Options } from '@pantograph/model/v3';
import {
  MAX_TARIFF_VALUES,
  MAX_TARIFF_VALUE_LENGTH,
  TARIFF_VALUE,
  locationFields,
  ownFields,
  parseTariffFilter,
} from '@pantograph/model/v3';
import { connectorTypeOfId, enumDialects, v3StandardOf } from '@pantograph/model/vocabulary';
import type { RequestContext, SurfaceSettings } from '../http/surface.ts';
import { mayUse } from '../http/caller.ts';
import { Refused } from '../refusal/refused.ts';
import type { Parameter } from './parameter.ts';
import { distinctList, readParameter } from './parameter.ts';

const MAX_IDS = 100;
const MAX_ID_LENGTH = 512;

export const idsParameter = {
  name: 'ids',
  description:
    'Identifiers of locations; only what follows the last colon of each counts. Answered in this order, each once. ' +
    'For more than 50, send content ids alone to keep the URL short.',
  form: 'commas',
  schema: z.array(z.string().min(1).max(MAX_ID_LENGTH)).min(1).max(MAX_IDS),
  required: true,
  allowed: `1 to ${String(MAX_IDS)} identifiers with commas between them`,
  example: 'pan0-AAAAAAAAAAAAAAAAAAAAAA',
} as const satisfies Parameter;

export const fieldsParameter = {
  name: 'fields',
  description:
    'What to answer beyond the minimal set. `statusInfo` is an addition of this server: the EVSEs, and of each where its ' +
    'status comes from and how old it is.',
  form: 'commas',
  schema: distinctList(z.enum([...locationFields, ...ownFields])).min(1),
  allowed: `one or more of ${[...locationFields, ...ownFields].join(', ')}, each once`,
  example: 'evses,connectorGroups',
} as const satisfies Parameter;

export const daysParameter = {
  name: 'days',
  description: 'Days of predictions, from today in the zone of the location; fewer may come.',
  form: 'integer',
  schema: z.int().min(1).max(7).meta({ default: 2 }),
  allowed: 'a whole number from 1 to 7',
  example: '2',
} as const satisfies Parameter;

export const tariffParameter = {
  name: 'tariff',
  description:
    'Which tariffs, where `fields` asks for them: `all`, `adhoc` (as when absent), `cpo`, `emsp`, ' +
    '`partner:<partnerId>` or `partner:<partnerId>;name=<name>,<name>`. The older forms `<partnerId>` and ' +
    '`<partnerId>,<name>` bring the ad hoc tariffs along. Of one partner the last value counts.',
  form: 'repeated',
  schema: z.array(z.string().max(MAX_TARIFF_VALUE_LENGTH).regex(TARIFF_VALUE)).max(MAX_TARIFF_VALUES),
  allowed:
    'all, adhoc, cpo, emsp, partner:<36 characters> or partner:<36 characters>;name=<names with commas between them>',
  example: 'adhoc',
} as const satisfies Parameter;

export const connectorTypesParameter = {
  name: 'connectorTypes',
  description:
    'Only EVSEs and connector groups that have one of these standards; locations without any are left out and are ' +
    'not missing either. A standard that no location has matches nothing.',
  form: 'commas',
  schema: distinctList(
    z
      .string()
      .min(1)
      .max(64)
      .refine((text) => !/^\d+$/.test(text), { error: ({ input }) => numericStandard(String(input)) })
      .transform(v3StandardOf),
  )
    .min(1)
    .max(5),
  allowed: '1 to 5 connector standards with commas between them, such as IEC_62196_T2_COMBO,CHADEMO',
  example: 'IEC_62196_T2_COMBO,IEC_62196_T2',
} as const satisfies Parameter;

export const enumsParameter = {
  name: 'enums',
  description:
    'Spelling of enumerations: `ocpi` as the migration guide prints them, `here` as the published v3 document does. ' +
    'Without it, the setting of this server counts. An addition of this server.',
  form: 'text',
  schema: z.enum(enumDialects),
  allowed: enumDialects.join(' or '),
  example: 'ocpi',
} as const satisfies Parameter;

/** A client that still sends v2's numeric ids is told what they are called now. */
function numericStandard(id: string): string {
  const standards = connectorTypeOfId(Number(id))?.standards.join(',') ?? '';
  return `must be a connector standard, not an id of v2${standards === '' ? '' : `: ${id} is ${standards}`}`;
}

/** Field groups that take a right. */
export const guarded = ['truckRestrictions', 'predictions', 'reliability'] as const;

export type LocationOptions = Pick<PresentV3Options, 'enums' | 'fields' | 'days' | 'tariffFilter'>;

/** What both endpoints share. Refuses field groups that the caller has no right to. */
export function readLocationOptions(
  query: URLSearchParams,
  { caller }: Pick<RequestContext, 'caller'>,
  settings: SurfaceSettings,
): LocationOptions {
  const fields = new Set(readParameter(query, fieldsParameter) ?? []);
  const days = readParameter(query, daysParameter);
  const tariff = readParameter(query, tariffParameter);
  const enums = readParameter(query, enumsParameter) ?? settings.enums;
  const forbidden = guarded.find((field) => fields.has(field) && !mayUse(caller, field));
  if (forbidden !== undefined) {
    throw new Refused('rights_missing', {
      parameter: `fields=${forbidden}`,
      cause: `${forbidden} is asked for without the right to it`,
      allowed: forbidden,
    });
  }
  return {
    enums,
    fields,
    ...(days !== undefined && { days }),
    ...(tariff !== undefined && { tariffFilter: parseTariffFilter(tariff) }),
  };
}

export interface AskedId {
  readonly contentId: ContentId;
  /** As the caller wrote it. */
  readonly id: string;
}

export function readIds(query: URLSearchParams): readonly AskedId[] {
  return distinctIds(readParameter(query, idsParameter) ?? []);
}

/** As `readIds` reads a list without escapes. `undefined` where it would refuse. */
export function plainIds(list: string): readonly AskedId[] | undefined {
  const ids = list.split(',', MAX_IDS + 1);
  const areFew = ids.length <= MAX_IDS;
  return areFew && ids.every(({ length }) => length > 0 && length <= MAX_ID_LENGTH) ? distinctIds(ids) : undefined;
}

/** In order, each content id once. */
function distinctIds(ids: readonly string[]): readonly AskedId[] {
  const asked = new Map<ContentId, AskedId>();
  for (const id of ids) {
    const contentId = contentIdIn(id);
    if (!asked.has(contentId)) asked.set(contentId, { contentId, id });
  }
  return [...asked.values()];
}

export function readConnectorTypes(query: URLSearchParams): ReadonlySet<string> | undefined {
  const types = readParameter(query, connectorTypesParameter);
  return types && new Set(types);
}
