/** What a reader of changes asked for: which places, and what of each. */
import type { PresentV3Options, TariffFilter } from '@pantograph/model/v3';
import { locationFields, parseTariffFilter } from '@pantograph/model/v3';
import { distinctList, readParameter } from '../lookup/parameter.ts';
import type { Parameter } from '../lookup/parameter.ts';
import { enumsParameter, tariffParameter } from '../lookup/location-parameters.ts';
import { mayUse } from '../http/caller.ts';
import type { RequestContext, SurfaceSettings } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import type { ChangeFilter } from './change-filter.ts';
import { filterParameters, readChangeFilter } from './change-filter.ts';
import { z } from 'zod';

export interface ChangeView {
  readonly filter: ChangeFilter;
  readonly enums: PresentV3Options['enums'];
  readonly fields: ReadonlySet<ChangeField>;
  readonly tariffFilter?: TariffFilter;
  /** Views of one variant show a place alike. */
  readonly variant: string;
}

/** Field groups of facts about the place. What is foretold or measured of it never stands still. */
export const changeFields = locationFields.filter((field) => field !== 'predictions' && field !== 'reliability');
type ChangeField = (typeof changeFields)[number];

const usualFields: readonly ChangeField[] = ['address', 'evses', 'locationInfo', 'emsps', 'connectorGroups', 'nearby'];

export const changeFieldsParameter = {
  name: 'fields',
  description:
    `Field groups of v3 beyond the minimal set; without it ${usualFields.join(', ')}. Who asks for ` +
    'tariffs is sent the location anew when one of its tariffs changes.',
  form: 'commas',
  schema: distinctList(z.enum(changeFields)).min(1),
  allowed: `one or more of ${changeFields.join(', ')}, each once`,
  example: 'evses,address',
} as const satisfies Parameter;

export const viewParameters = [...filterParameters, 'fields', 'tariff', 'enums'] as const;

export function readView(
  query: URLSearchParams,
  { caller }: Pick<RequestContext, 'caller'>,
  settings: SurfaceSettings,
): ChangeView {
  const fields = new Set(readParameter(query, changeFieldsParameter) ?? usualFields);
  if (fields.has('truckRestrictions') && !mayUse(caller, 'truckRestrictions')) {
    throw new Refused('rights_missing', {
      parameter: 'fields=truckRestrictions',
      cause: 'truckRestrictions is asked for without the right to it',
      allowed: 'truckRestrictions',
    });
  }
  const enums = readParameter(query, enumsParameter) ?? settings.enums;
  const tariff = readParameter(query, tariffParameter);
  const variant = `${enums} ${[...fields].sort().join()} ${JSON.stringify(tariff)}`;
  const tariffFilter = tariff && parseTariffFilter(tariff);
  return { filter: readChangeFilter(query), enums, fields, ...(tariffFilter && { tariffFilter }), variant };
}
