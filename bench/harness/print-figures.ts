/** Figures for people: a table; for programs: one JSON object a line. */
import type { Figure } from './benchmark.ts';

export function figureLine(figure: Figure): string {
  return `${JSON.stringify(figure)}\n`;
}

const heads = ['name', 'value', 'unit', 'target', 'against', 'peer', 'ratio'] as const;

export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => heads.map((head) => cell(figure[head])));
  const widths = heads.map((head, at) => Math.max(head.length, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, at) =>
        numeric.has(heads[at] ?? 'name') ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return `${[line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')}\n`;
}

const numeric: ReadonlySet<(typeof heads)[number]> = new Set(['value', 'target', 'peer', 'ratio']);

function cell(value: string | number | undefined): string {
  return typeof value === 'number' ? rounded(value) : (value ?? '');
}

/** Three significant digits below a thousand; no more is ever known. */
function rounded(value: number): string {
  const shown = Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
  return shown.toLocaleString('en-US', { maximumFractionDigits: 6 });
}
