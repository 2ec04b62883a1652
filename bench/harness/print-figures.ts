/** Figures for people: tables; for programs: one JSON object a line. */
import type { Figure } from './benchmark.ts';
import { lessIsBetter } from './figures.ts';

export function figureLine(figure: Figure): string {
  return `${JSON.stringify(figure)}\n`;
}

type Row = Readonly<Record<string, string | number | undefined>>;

export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, unit, against, peer, ratio }): Row => {
    return { name, value, unit, against, peer, ratio };
  });
  return table(['name', 'value', 'unit', 'against', 'peer', 'ratio'], rows);
}

/** What should be reached, and whether it is: beside a peer as so many times the peer's figure, else in its own unit. */
export function targetTable(figures: readonly Figure[]): string {
  const rows = figures.flatMap((figure): readonly Row[] => {
    const { name, value, unit, target, ambition, peer } = figure;
    if (target === undefined) return [];
    const shown = (reached: number | undefined): string | number | undefined => {
      if (reached === undefined || peer === undefined) return reached;
      return `${rounded(lessIsBetter(unit) ? peer / reached : reached / peer)} x`;
    };
    return [
      {
        name,
        value: shown(value),
        unit: peer === undefined ? unit : figure.against,
        target: shown(target),
        ambition: shown(ambition),
        reached: howFar(figure, target),
      },
    ];
  });
  return rows.length === 0 ? '' : table(['name', 'value', 'unit', 'target', 'ambition', 'reached'], rows);
}

function howFar({ value, unit, ambition }: Figure, target: number): string {
  const reaches = (goal: number): boolean => (lessIsBetter(unit) ? value <= goal : value >= goal);
  if (ambition !== undefined && reaches(ambition)) return 'yes, ambition too';
  return reaches(target) ? 'yes' : 'no';
}

function table(heads: readonly string[], rows: readonly Row[]): string {
  const cells = rows.map((row) => heads.map((head) => cell(row[head])));
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (texts: readonly string[]): string =>
    texts
      .map((text, at) => (numeric.has(heads[at] ?? '') ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd();
  return `${[line(heads), line(widths.map((width) => '-'.repeat(width))), ...cells.map(line)].join('\n')}\n`;
}

const numeric: ReadonlySet<string> = new Set(['value', 'target', 'ambition', 'peer', 'ratio']);

function cell(value: string | number | undefined): string {
  return typeof value === 'number' ? rounded(value) : (value ?? '');
}

/** Three significant digits below a thousand; no more is ever known. */
function rounded(value: number): string {
  const shown = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  return shown.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
