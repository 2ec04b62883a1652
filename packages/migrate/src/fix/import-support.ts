/** The import of the support module, as the file writes its imports. */

const relativeImport = /from\s+['"]\.{1,2}\/[^'"]*?(\.[cm]?[jt]sx?)?['"]/;
const anyImport = /^import\b[^;]*?from\s+['"][^'"]+['"];?[ \t]*\r?\n/gm;

export function withSupportImport(
  source: string,
  names: Iterable<string>,
  moduleName: string,
  isTypeScript: boolean,
): string {
  const style = relativeImport.exec(source);
  const extension = style === null ? (isTypeScript ? '' : '.js') : (style[1] ?? '');
  const line = `import { ${[...names].toSorted().join(', ')} } from './${moduleName}${extension}';\n`;
  const last = [...source.matchAll(anyImport)].at(-1);
  if (last !== undefined) {
    const at = last.index + last[0].length;
    return source.slice(0, at) + line + source.slice(at);
  }
  const opening = /^(?:#![^\n]*\n)?(?:\/\*[\s\S]*?\*\/\s*\n)?/.exec(source)?.[0] ?? '';
  return `${opening}${line}${source.slice(opening.length)}`;
}

/** Modules of the older kind cannot import the client, which is an ES module. */
export const canImport = (source: string): boolean => /^\s*(?:import|export)\b/m.test(source);
