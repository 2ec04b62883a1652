/** Whether the tags of an XML text match, in one pass: the parser forgives what is missing, which would lose it without a word. */

/** Where a tag, comment, CDATA section or instruction that begins at `at` ends; -1 where it does not. */
function endOf(text: string, at: number): number {
  for (const [opening, closing] of enclosures) {
    if (!text.startsWith(opening, at)) continue;
    const end = text.indexOf(closing, at + opening.length);
    return end < 0 ? -1 : end + closing.length;
  }
  return endOfTag(text, at);
}

const enclosures = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** A `>` within quotes is none. */
function endOfTag(text: string, at: number): number {
  let next = at + 1;
  while (next < text.length) {
    const character = text[next];
    if (character === '>') return next + 1;
    if (character === '<') return -1;
    if (character === '"' || character === "'") {
      const closing = text.indexOf(character, next + 1);
      if (closing < 0) return -1;
      next = closing;
    }
    next++;
  }
  return -1;
}

/** What is wrong, in words; `undefined` where nothing is. @param mostDepth of elements in each other */
export function tagFault(text: string, mostDepth: number): string | undefined {
  const open: string[] = [];
  let roots = 0;
  let at = text.indexOf('<');
  if (at < 0 || text.slice(0, at).trim() !== '') return 'it does not begin with a tag';
  while (at >= 0) {
    const end = endOf(text, at);
    if (end < 0) return `${lineOf(text, at)}: the tag does not end`;
    const tag = text.slice(at, Math.min(end, at + 200));
    const name = /^<\/?([^\s<>!?/]+)/.exec(tag)?.[1];
    if (tag.startsWith('</')) {
      const opened = open.pop();
      if (opened !== name)
        return `${lineOf(text, at)}: ${tag} closes ${opened === undefined ? 'nothing' : `<${opened}>`}`;
    } else if (name !== undefined) {
      if (open.length === 0 && ++roots > 1) return `${lineOf(text, at)}: there is a second root, <${name}>`;
      if (!text.startsWith('/>', end - 2)) open.push(name);
      if (open.length > mostDepth) return `it is nested deeper than ${String(mostDepth)} elements`;
    }
    at = text.indexOf('<', end);
  }
  if (open.length > 0) return `<${String(open.at(-1))}> is not closed: the end is missing`;
  return roots === 0 ? 'it has no element' : undefined;
}

function lineOf(text: string, at: number): string {
  let line = 1;
  for (let next = text.indexOf('\n'); next >= 0 && next < at; next = text.indexOf('\n', next + 1)) line++;
  return `line ${String(line)}`;
}
