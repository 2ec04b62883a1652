/** How a conversion went, in a few lines: the counts, and every rule by how often it struck. */
import type { Report } from '@pantograph/migrate/convert';
import { isLoss } from '@pantograph/migrate/convert';
import { counted } from './progress.ts';

export function convertInWords(report: Report, failures: readonly string[], reportFile: string | undefined): string {
  const { from, to, objects, losses, rules } = report;
  return [
    `${from} to ${to}: ${counted(objects.read)} objects, ${counted(objects.converted)} converted, ${counted(objects.refused)} refused`,
    losses === 0 ? '  nothing lost' : `  ${counted(losses)} losses`,
    ...rules
      .filter(({ effect }) => isLoss(effect))
      .map(({ rule, effect, count }) => `  ${effect.padEnd(9)} ${counted(count).padStart(9)}  ${rule}`),
    ...failures.map((message) => `The input breaks off: ${message}`),
    reportFile === undefined ? 'Where and why: --report FILE.' : `Where and why: ${reportFile}.`,
    '',
  ].join('\n');
}
