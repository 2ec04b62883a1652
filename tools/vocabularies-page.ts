/** Writes docs/vocabularies.md from the tables of the model: `node tools/vocabularies-page.ts`. A test keeps the page fresh. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import type { Spellings } from '@pantograph/model/vocabulary';
import {
  accessRestrictionOf,
  accessRestrictions,
  connectorFormats,
  connectorTypes,
  daysOfWeek,
  energySources,
  environmentalImpacts,
  evseCapabilities,
  evsePositions,
  facilities,
  ocpiStandardOf,
  ocpiTariffTypes,
  parkingConditions,
  parkingDirections,
  parkingTypes,
  paymentSupports,
  powerTypes,
  statuses,
  statusesOfLegacyState,
  tariffDimensions,
  tariffTypeOf,
  tariffTypes,
  truckAccessCategories,
  truckAmenities,
  vehicleCategories,
  vehicleCategoryOf,
  vehicleTypes,
} from '@pantograph/model/vocabulary';

export const pagePath = fileURLToPath(new URL('../docs/vocabularies.md', import.meta.url));

const bothSpellings: readonly (readonly [title: string, table: Spellings])[] = [
  ['Connector format', connectorFormats],
  ['Power type', powerTypes],
  ['EVSE capability', evseCapabilities],
  ['Parking type', parkingTypes],
  ['Facility', facilities],
  ['Parking condition (OCPI: parking restriction)', parkingConditions],
  ['Parking direction', parkingDirections],
  ['EVSE position', evsePositions],
  ['Vehicle type', vehicleTypes],
  ['Energy source', energySources],
  ['Environmental impact', environmentalImpacts],
  ['Day of the week', daysOfWeek],
  ['Tariff dimension', tariffDimensions],
];

/** The page as prettier would have it. */
export function vocabulariesPage(): Promise<string> {
  const text = [
    '# Vocabularies',
    '',
    'Generated from `packages/model/src/vocabulary` by `node tools/vocabularies-page.ts`; edit the tables, not this page.',
    '',
    'Sources: the migration guide (connector types, statuses), the published v3, v2 and Search documents, OCPI 2.3.0.',
    'In v3 answers `enums=ocpi` writes the column *OCPI*, `enums=here` the column *v3*. Where OCPI has no value (–), `ocpi`',
    'writes the published one; where v3 has none, `here` leaves the value out.',
    '',
    ...section('Connector types', connectorTypeRows()),
    'An id marked *not used* never stood for a plug. v2 answers 1 for a standard that the guide does not list.',
    '',
    ...section('Statuses', statusRows()),
    'Read from v2, a state with several statuses is taken for the first one here: ' +
      [...new Set(statuses.map((row) => row.state))]
        .map((state) => `${state} → ${statusesOfLegacyState(state).map(code).join(', ')}`)
        .join('; ') +
      '.',
    '',
    ...bothSpellings.flatMap(([title, table]) => section(title, spellingRows(table))),
    ...section('Payment supports', paymentRows()),
    ...section('Vehicle categories', [
      ['v3', 'from OCPI vehicle types'],
      ...vehicleCategories.map((category) => [
        code(category),
        codes(vehicleTypes.values.filter((type) => vehicleCategoryOf(type) === category)),
      ]),
    ]),
    ...section('Access restrictions', [
      ['v3', 'from OCPI parking restrictions'],
      ...accessRestrictions.map((reason) => [
        code(reason),
        codes(parkingConditions.values.filter((value) => accessRestrictionOf(value) === reason)),
      ]),
    ]),
    ...section('Tariff types', [
      ['v3', 'from OCPI tariff types'],
      ...tariffTypes.map((type) => [code(type), tariffTypeSources(type)]),
    ]),
    ...section('Truck access', [['v3'], ...truckAccessCategories.map((value) => [code(value)])]),
    ...section('Truck amenities', [['v3'], ...truckAmenities.map((value) => [code(value)])]),
  ].join('\n');
  return prettier.format(text, { parser: 'markdown', printWidth: 120 });
}

function connectorTypeRows(): string[][] {
  const header = [
    'v2 id',
    'v3 standard',
    'OCPI spelling, where it differs',
    'v2 name',
    'Common name',
    'Use',
    'Instead',
  ];
  const rows = connectorTypes.map((row) => [
    String(row.id),
    codes(row.standards),
    codes(row.standards.map(ocpiStandardOf).filter((spelt) => !row.standards.includes(spelt))),
    row.name,
    row.commonName === row.name ? '' : row.commonName,
    row.use === 'notUsed' ? 'not used' : row.use,
    (row.successors ?? []).join(', '),
  ]);
  return [header, ...rows];
}

function statusRows(): string[][] {
  const rows = statuses.map((row) => [
    code(row.status),
    row.here === undefined ? '–' : code(row.here),
    code(row.state),
  ]);
  return [['OCPI', 'v3', 'v2 and Search state'], ...rows];
}

function spellingRows(table: Spellings): string[][] {
  const ocpi = table.values.map((value) => {
    const here = table.hereOf(value);
    return [code(value), here === undefined ? '–' : code(here)];
  });
  const hereOnly = table.published.filter((value) => table.ocpiOf(value) === undefined);
  return [['OCPI', 'v3'], ...ocpi, ...hereOnly.map((value) => ['–', code(value)])];
}

function paymentRows(): string[][] {
  const rows = paymentSupports.map(({ support, capability, connectorCapabilities, legacy, search }) => [
    code(support),
    codes([...(capability === undefined ? [] : [capability]), ...(connectorCapabilities ?? [])]),
    legacy === undefined ? '' : code([legacy.member, ...(legacy.type === undefined ? [] : [legacy.type])].join(': ')),
    search === undefined ? '' : code(search),
  ]);
  return [['v3 (both dialects)', 'OCPI capability', 'v2 paymentMethods', 'Search id'], ...rows];
}

function tariffTypeSources(type: string): string {
  if (type === 'emsp') return 'any, where the tariff is an eMSP’s';
  const listed = ocpiTariffTypes.filter((ocpiType) => tariffTypeOf(ocpiType, false) === type);
  return [codes(listed), ...(tariffTypeOf(undefined, false) === type ? ['none given'] : [])].join(', ');
}

function section(title: string, [header = [], ...rows]: string[][]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [`## ${title}`, '', line(header), line(header.map(() => '---')), ...rows.map(line), ''];
}

function code(value: string): string {
  return `\`${value}\``;
}

function codes(values: readonly string[]): string {
  return values.map(code).join(', ');
}

if (import.meta.main) writeFileSync(pagePath, await vocabulariesPage());
