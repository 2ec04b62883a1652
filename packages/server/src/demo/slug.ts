/** A name as host names and ids can hold it: plain lower-case ASCII letters and digits, hyphens between. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-');
}
