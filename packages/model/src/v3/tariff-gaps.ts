/** Where v3 shows no price, or not the whole of it, although the source has one: for reports on the quality of data. */
import type { TariffRecord } from '../location/index.ts';
import type { Notice } from '../notice/index.ts';
import { statedElements } from './present/tariff.ts';

/** One finding for all that v3 cannot say of a tariff; it tells whether that keeps the tariff out. */
export function tariffGaps(record: TariffRecord): readonly Notice[] {
  const { value, notices } = statedElements(record, 'ocpi');
  const [first] = notices;
  if (first === undefined) return [];
  const fields = [...new Set(notices.map(({ parameters }) => String(parameters?.['field'])))].join(', ');
  const code = value === undefined ? 'tariff_not_in_v3' : 'tariff_partly_in_v3';
  return [{ code, path: first.path, parameters: { fields } }];
}
