/** Notices of the OCPI reader and of the presenters, as findings of a conversion. */
import type { ConversionNotice, Notice } from '@pantograph/model/notice';
import type { Tell } from '../report/ledger.ts';
import { isRuleCode } from '../rules/rule-table.ts';

/** @param at comes before the paths, where they are of a part */
export function tellNotices(notices: readonly (Notice | ConversionNotice)[], tell: Tell, at = ''): void {
  for (const { code, path, parameters = {} } of notices) {
    if (code === 'more_of_the_same') {
      const hidden = String(parameters['code']);
      if (isRuleCode(hidden)) tell(hidden, at, `${String(parameters['count'])} more`);
      continue;
    }
    tell(code, at + path, parameters['found'] ?? parameters['value'] ?? parameters['replacement'], parameters);
  }
}
