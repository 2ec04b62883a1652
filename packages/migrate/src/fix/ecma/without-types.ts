/** TypeScript of ours as JavaScript. Knows what our own source uses of types, not all that there is. */
import { parserOf } from '../../scan/code/grammars.ts';
import { languageOfFile } from '../../scan/code/languages.ts';
import type { TextEdit } from '../change.ts';
import { applied } from '../change.ts';

const typeNodes = ['type_annotation', 'type_arguments', 'type_parameters'];
const typed = [...typeNodes, 'interface_declaration', 'import_statement', 'as_expression', 'optional_parameter'];

export async function withoutTypes(source: string): Promise<string> {
  const language = languageOfFile('module.ts');
  const tree = language === undefined ? undefined : (await parserOf(language)).parse(source);
  if (tree === undefined) throw new Error('our own module cannot be parsed');
  const edits: TextEdit[] = [];
  for (const node of tree.rootNode.descendantsOfType(typed)) {
    if (node === null || edits.some(({ start, end }) => start <= node.startIndex && node.endIndex <= end)) continue;
    const { type, endIndex: end } = node;
    if (type === 'import_statement' && !node.text.startsWith('import type')) continue;
    const kept = type === 'as_expression' || type === 'optional_parameter' ? node.namedChildren[0] : undefined;
    const outer = type === 'interface_declaration' && node.parent?.type === 'export_statement' ? node.parent : node;
    edits.push({ start: kept?.endIndex ?? outer.startIndex, end, text: '' });
  }
  tree.delete();
  return applied(source, [{ rule: '', edits }]).replace(/\n{3,}/g, '\n\n');
}
