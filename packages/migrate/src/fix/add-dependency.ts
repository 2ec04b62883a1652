/** The client library in a package.json, laid out as it was. */

const CLIENT = '@pantograph/client';
const RANGE = '^0.1.0';

/** @returns nothing where it is there already, or where this is no object */
export function withClientDependency(text: string): string | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined;
  const manifest = read as { readonly dependencies?: Readonly<Record<string, string>> };
  if (manifest.dependencies?.[CLIENT] !== undefined) return undefined;
  const dependencies = Object.entries({ ...manifest.dependencies, [CLIENT]: RANGE }).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const indent = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  const end = text.endsWith('\n') ? '\n' : '';
  return JSON.stringify({ ...manifest, dependencies: Object.fromEntries(dependencies) }, undefined, indent) + end;
}
