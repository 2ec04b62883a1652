/** The import of the support module, as the file writes its imports. */

const relativeImport = /from\s+['"]\.{1,2}\/[^'"]*?(\.[cm]?[jt]sx?)?['"]/;
const anyImport = /^import\b[^;]*?from\s+['"][^'"]+['"];?[ \t]*\r?\n/gm;

/** What relative imports end in. @param tsconfig the text of the nearest; without any, what runs is TypeScript as it stands */
export function extensionFor(isTypeScript: boolean, tsconfig: string | undefined): string {
  if (!isTypeScript) return '.js';
  if (tsconfig === undefined || /"(?:allowImporting|rewriteRelativeImport)(?:Ts)?Extensions"\s*:\s*true/.test(tsconfig))
    return '.ts';
  return /"module(?:Resolution)?"\s*:\s*"node(?:16|18|20|next)"/i.test(tsconfig) ? '.js' : '';
}

/** @param otherwise what relative imports end in, where the file has none to go by */
export function withSupportImport(
  source: string,
  names: Iterable<string>,
  moduleName: string,
  otherwise: string,
): string {
  const style = relativeImport.exec(source);
  const extension = style === null ? otherwise : (style[1] ?? '');
  const line = `import { ${[...names].toSorted().join(', ')} } from './${moduleName}${extension}';\n`;
  const last = [...source.matchAll(anyImport)].at(-1);
  if (last !== undefined) {
    const at = last.index + last[0].length;
    return source.slice(0, at) + line + source.slice(at);
  }
  const opening = /^(?:#![^\n]*\n)?(?:\/\*[\s\S]*?\*\/[ \t]*\n+)?/.exec(source)?.[0] ?? '';
  return `${opening}${line}\n${source.slice(opening.length).replace(/^\n+/, '')}`;
}
