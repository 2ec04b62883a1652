/** Changes to a text, each by a rule. */

export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Change {
  /** Id of the scanner's rule that justifies it. */
  readonly rule: string;
  /** They belong together: all or none. */
  readonly edits: readonly TextEdit[];
}

const size = ({ edits }: Change): number => edits.reduce((sum, { start, end }) => sum + end - start, 0);

const overlap = (a: TextEdit, b: TextEdit): boolean =>
  a.start === b.start && a.end === b.end ? true : a.start < b.end && b.start < a.end;

/** Those that can be made at once, smaller ones first; what overlaps them waits for the next round. */
export function compatible(changes: readonly Change[]): Change[] {
  const chosen: Change[] = [];
  for (const change of changes.toSorted((a, b) => size(a) - size(b))) {
    const clashes = chosen.some(({ edits }) => edits.some((one) => change.edits.some((other) => overlap(one, other))));
    if (!clashes) chosen.push(change);
  }
  return chosen;
}

export function applied(source: string, changes: readonly Change[]): string {
  let text = source;
  // From the end, so that offsets before stay true.
  const edits = changes.flatMap((change) => change.edits).toSorted((a, b) => b.start - a.start || b.end - a.end);
  for (const { start, end, text: replacement } of edits) text = text.slice(0, start) + replacement + text.slice(end);
  return text;
}
