/** What converting between the generations costs, beside what any conversion can cost. Codes do not change. */
import type { Rule } from './effect.ts';
import { objectRules } from './tables/object-rules.ts';
import { connectorTypeRules } from './tables/connector-type-rules.ts';
import { statusRules } from './tables/status-rules.ts';
import { evseRules } from './tables/evse-rules.ts';
import { electricRules } from './tables/electric-rules.ts';
import { companyRules } from './tables/company-rules.ts';
import { idRules } from './tables/id-rules.ts';
import { hoursRules } from './tables/hours-rules.ts';
import { accessRules } from './tables/access-rules.ts';
import { priceRules } from './tables/price-rules.ts';
import { ocpiRules } from './tables/ocpi-rules.ts';

/** In the order of the documentation. */
export const ruleSections: readonly { readonly title: string; readonly rules: Readonly<Record<string, Rule>> }[] = [
  { title: 'Objects and documents', rules: objectRules },
  { title: 'Connector types', rules: connectorTypeRules },
  { title: 'Statuses', rules: statusRules },
  { title: 'EVSEs and groups', rules: evseRules },
  { title: 'Volts, amperes and power', rules: electricRules },
  { title: 'Companies, names and contacts', rules: companyRules },
  { title: 'Ids', rules: idRules },
  { title: 'Opening hours', rules: hoursRules },
  { title: 'Access and payment', rules: accessRules },
  { title: 'Prices', rules: priceRules },
  { title: 'What OCPI carries otherwise', rules: ocpiRules },
];

export const ownRules = {
  ...objectRules,
  ...connectorTypeRules,
  ...statusRules,
  ...evseRules,
  ...electricRules,
  ...companyRules,
  ...idRules,
  ...hoursRules,
  ...accessRules,
  ...priceRules,
  ...ocpiRules,
} as const satisfies Record<string, Rule>;

export type OwnRuleCode = keyof typeof ownRules;
