/** Queries as the APIs want them written: lists with commas or repeated, positions, and filters as `name[property]`. */
/** A point in degrees, WGS 84. */
export interface LatLng {
  readonly lat: number;
  readonly lng: number;
}

/** What is `undefined` is left out. @param repeated lists that stand once for each value */
export function queryString(query: object, repeated: readonly string[] = []): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === undefined || value === null) continue;
    if (repeated.includes(name)) for (const each of listOf(value)) search.append(name, textOf(each));
    else if (isFields(value)) for (const [field, each] of Object.entries(value)) add(search, `${name}[${field}]`, each);
    else add(search, name, value);
  }
  return search;
}

function add(search: URLSearchParams, name: string, value: unknown): void {
  if (value !== undefined && value !== null) search.append(name, listOf(value).map(textOf).join(','));
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function textOf(value: unknown): string {
  return isLatLng(value) ? `${String(value.lat)},${String(value.lng)}` : String(value);
}

function isFields(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isLatLng(value);
}

function isLatLng(value: unknown): value is LatLng {
  return typeof value === 'object' && value !== null && 'lat' in value && 'lng' in value;
}
