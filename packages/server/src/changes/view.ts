/** What a reader of changes asked for: which places, and what of each. */
import type { PresentV3Options } from '@pantograph/model/v3';
import { locationFields } from '@pantograph/model/v3';
import { distinctList, readParameter } from '../lookup/parameter.ts';
import type { Parameter } from '../lookup/parameter.ts';
import { enumsParameter } from '../lookup/location-parameters.ts';
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
  /** Views of one variant show a place alike. */
  readonly variant: string;
}

/** Field groups that change only when the place itself does. Tariffs have a life of their own; ages never stand still. */
export const changeFields = locationFields.filter(
  (field) => field !== 'tariffs' && field !== 'predictions' && field !== 'reliability',
);
type ChangeField = (typeof changeFields)[number];

const usualFields: readonly ChangeField[] = ['address', 'evses', 'locationInfo', 'emsps', 'connectorGroups', 'nearby'];

export const changeFieldsParameter = {
  name: 'fields',
  description:
    `Field groups of v3 beyond the minimal set; without it ${usualFields.join(', ')}. Tariffs change apart from their ` +
    'locations and are not told of here: ask /v3/locations for them.',
  form: 'commas',
  schema: distinctList(z.enum(changeFields)).min(1),
  allowed: `one or more of ${changeFields.join(', ')}, each once`,
  example: 'evses,address',
} as const satisfies Parameter;

export const viewParameters = [...filterParameters, 'fields', 'enums'] as const;

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
  const variant = `${enums} ${[...fields].sort().join()}`;
  return { filter: readChangeFilter(query), enums, fields, variant };
}
