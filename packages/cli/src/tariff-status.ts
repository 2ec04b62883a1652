/** `pantograph status --tariffs`: where prices are missing, and what v3 does not show of those that there are. */
import type { TariffStatus } from '@pantograph/server';
import { counted } from './progress.ts';
import { ruleInWords } from './source-in-words.ts';

export function tariffStatusesInWords(statuses: readonly TariffStatus[]): string {
  if (statuses.length === 0) return 'No tariff, and no location that refers to one.\n';
  return statuses.map(inWords).join('\n');
}

function inWords({ source, tariffs, references, notices }: TariffStatus): string {
  return [
    `${source}: ${counted(tariffs)} tariffs, which locations refer to ${counted(references)} times`,
    ...notices.flatMap(ruleInWords),
    ...(notices.length === 0 ? ['  Every reference leads to a tariff, and v3 shows all of each.'] : []),
    '',
  ].join('\n');
}
