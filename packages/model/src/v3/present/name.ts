/** What a location is called. The guide's naming is the default; a scheme of one's own is what it recommends. */
import type { Location } from '../../ocpi/index.ts';
import { DEFAULT_NAME, brandOf, splitAddress } from '../../location/index.ts';

export interface NamingScheme {
  /** Text with `{brand}`, `{street}`, `{houseNumber}`, `{city}` or `{name}` (the source's own). */
  readonly template: string;
  /** What stands for an unknown brand, by alpha-3 country code. */
  readonly defaultNames?: Readonly<Record<string, string>>;
}

const placeholders = ['brand', 'street', 'houseNumber', 'city', 'name'] as const;
type Placeholder = (typeof placeholders)[number];

function isPlaceholder(name: string): name is Placeholder {
  return placeholders.some((known) => known === name);
}

/** What is wrong with a scheme from a configuration; `undefined` where nothing is. */
export function namingSchemeFault(scheme: NamingScheme): string | undefined {
  const named = Array.from(scheme.template.matchAll(/\{([^}]*)\}/g), ([, name = '']) => name);
  const unknown = named.find((name) => !isPlaceholder(name));
  const allowed = placeholders.map((name) => `{${name}}`).join(', ');
  if (unknown !== undefined) return `{${unknown}} is no placeholder of a name; there are ${allowed}`;
  return named.length === 0 ? `a name without a placeholder is the same everywhere; use one of ${allowed}` : undefined;
}

/** The brand, else the default in English: migration guide, "POI Naming and Localisation". */
export function presentName(location: Location, scheme?: NamingScheme): string {
  const brand = brandOf(location)?.name;
  if (scheme === undefined) return brand ?? DEFAULT_NAME;
  const { street = '', houseNumber = '' } = splitAddress(location.address);
  const values: Record<Placeholder, string> = {
    brand: brand ?? scheme.defaultNames?.[location.country] ?? DEFAULT_NAME,
    street,
    houseNumber,
    city: location.city,
    name: location.name ?? '',
  };
  const filled = scheme.template.replace(/\{([^}]*)\}/g, (_, name: string) =>
    isPlaceholder(name) ? values[name] : '',
  );
  return tidied(filled) || values.brand;
}

/** Without the separators that a missing value leaves dangling: "Voltstad, , Delft" reads "Voltstad, Delft". */
function tidied(text: string): string {
  return text
    .replace(/\(\s*\)/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([,;:])/g, '$1')
    .replace(/([,;:|/–-])(?: ?[,;:|/–-])+/g, '$1')
    .replace(/^[\s,;:|/–-]+|[\s,;:|/–-]+$/g, '');
}
