/** One field, written as each language likes to: `poolId`, `PoolID`, `pool_id`, `getPoolId`, `json:"poolId"`. */

const accessor = /^(?:get|set|is|has|with)(?=[A-Z_])_?/;

/** Without case and underscores; second, where there is one, without a getter's prefix. */
export function spellingsOf(name: string): readonly string[] {
  const plain = name.replaceAll('_', '').toLowerCase();
  const bare = name.replace(accessor, '');
  return bare === name ? [plain] : [plain, bare.replaceAll('_', '').toLowerCase()];
}

const LONGEST = 80;
const path = /^[\w$.@*/:[\]]+$/;
const tag = /^\w+:"([\w-]+)/;

/**
 * The names that a string names: the path or key that is read, or the tag of a field of a Go struct. A text that is no path
 * names nothing.
 */
export function namesInString(text: string): readonly { readonly name: string; readonly offset: number }[] {
  if (text.length > LONGEST) return [];
  const tagged = tag.exec(text);
  if (tagged?.[1] !== undefined) return [{ name: tagged[1], offset: tagged[0].length - tagged[1].length }];
  if (!path.test(text) || text.includes('://')) return [];
  return [...text.matchAll(/[A-Za-z_]\w*/g)].map((match) => ({ name: match[0], offset: match.index }));
}
