/** Every rule of the scanner. */
import { addressRules } from './addresses.ts';
import { connectorRules } from './connectors.ts';
import { meaningRules } from './meanings.ts';
import type { Rule } from './rule.ts';
import { stationRules } from './station.ts';
import { statusRules } from './statuses.ts';

export const rules: readonly Rule[] = [
  ...addressRules,
  ...stationRules,
  ...connectorRules,
  ...statusRules,
  ...meaningRules,
];
