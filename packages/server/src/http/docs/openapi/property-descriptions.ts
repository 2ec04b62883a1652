/** Words for properties whose schemas say nothing of themselves. */
import type { JsonObject } from './json-schemas.ts';

/** By component and property, such as `EvConnector.maxPowerLevel`. Throws for a property that is not there. */
export type PropertyDescriptions = Readonly<Record<string, string>>;

export function withDescriptions(
  schemas: Readonly<Record<string, JsonObject>>,
  descriptions: PropertyDescriptions,
): Record<string, JsonObject> {
  const described = { ...schemas };
  for (const [place, description] of Object.entries(descriptions)) {
    const [component = '', property = ''] = place.split('.');
    const schema = described[component];
    const properties = schema?.['properties'];
    if (!isObject(properties) || !isObject(properties[property])) {
      throw new Error(`${place} is described and not there`);
    }
    described[component] = {
      ...schema,
      properties: { ...properties, [property]: { ...properties[property], description } },
    };
  }
  return described;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
