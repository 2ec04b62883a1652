/** OCPI 2.3.0 mod_locations, EnergyMix. */
import type { EnergyMix } from '@pantograph/model/ocpi';
import { openValue } from './enumeration.ts';
import { energySourceValues, environmentalImpactValues } from './enumerations.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing } from './json-object.ts';
import { objects } from './lists.ts';
import { boolean, label, number, unusable } from './values.ts';

const mixFields = fieldSet([
  'is_green_energy',
  'energy_sources',
  'environ_impact',
  'supplier_name',
  'energy_product_name',
]);
const sourceFields = fieldSet(['source', 'percentage']);
const impactFields = fieldSet(['category', 'source', 'amount']);

const green = new Set(['GENERAL_GREEN', 'SOLAR', 'WIND', 'WATER']);

/** A mix that does not say whether it is green says nothing, unless its sources do: unknown is not "no". */
export function energyMix(owner: JsonObject, findings: Findings): EnergyMix | undefined {
  const raw = owner['energy_mix'];
  if (isNothing(raw)) return undefined;
  const at = '/energy_mix';
  if (!isJsonObject(raw)) return unusable(raw, at, findings);
  const object = withKnownFields(raw, mixFields, at, findings);
  const sources = objects(object, 'energy_sources', at, findings, energySource);
  const isGreen = boolean(object, 'is_green_energy', at, findings) ?? greenBySources(sources);
  if (isGreen === undefined) return Object.values(raw).every(isNothing) ? undefined : unusable(raw, at, findings);
  if (isNothing(object['is_green_energy'])) {
    findings.add('required_missing', `${at}/is_green_energy`, { field: 'is_green_energy' });
  }
  return {
    is_green_energy: isGreen,
    energy_sources: sources,
    environ_impact: objects(object, 'environ_impact', at, findings, impact),
    supplier_name: label(object, 'supplier_name', at, findings),
    energy_product_name: label(object, 'energy_product_name', at, findings),
  };
}

type Sources = EnergyMix['energy_sources'];

function greenBySources(sources: Sources): boolean | undefined {
  if (sources === undefined) return undefined;
  const total = sources.reduce((sum, { percentage }) => sum + percentage, 0);
  return Math.abs(total - 100) > 1 ? undefined : sources.every(({ source }) => green.has(source));
}

function energySource(raw: JsonObject, at: string, findings: Findings) {
  const object = withKnownFields(raw, sourceFields, at, findings);
  const source = openValue(energySourceValues, object, 'source', at, findings);
  const percentage = number(object, 'percentage', at, findings);
  if (source === undefined || percentage === undefined) return unusable(raw, at, findings);
  return { source, percentage };
}

/** OCPI 2.1.1 calls the category `source`. */
function impact(raw: JsonObject, at: string, findings: Findings) {
  const object = withKnownFields(raw, impactFields, at, findings);
  const field = isNothing(object['category']) ? 'source' : 'category';
  const category = openValue(environmentalImpactValues, object, field, at, findings);
  const amount = number(object, 'amount', at, findings);
  if (category === undefined || amount === undefined) return unusable(raw, at, findings);
  return { category, amount };
}
