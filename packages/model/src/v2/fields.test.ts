/** Every field of contract v2 is either written, and then some answer here has it, or docs/v2-quirks.md says why not. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ConnectorStatusesResponse,
  ConnectorTypesResponse,
  CountResponse,
  ErrorBody,
  EvsesResponse,
  PowerFeedTypesResponse,
  RoamingsResponse,
  StationsResponse,
  factsOfSite,
  presentConnectorStatusList,
  presentConnectorTypes,
  presentEvses,
  presentPage,
  presentPowerFeedTypes,
  presentRoamings,
  vendorQuirks,
} from './index.ts';
import { everything, now } from './testing/sites.ts';

const { location } = everything;
const stations = [
  everything,
  { ...everything, location: { ...location, opening_times: { twentyfourseven: true } } },
].map((site) => ({ facts: factsOfSite(site, now), distance: 1 }));

/** Name in the document, schema, the fullest answer there is. */
const answers = [
  ['stations', StationsResponse, presentPage({ stations, hasMore: false, count: 2 }, vendorQuirks)],
  ['count', CountResponse, { count: 1 }],
  ['evses', EvsesResponse, presentEvses(stations.map(({ facts }) => facts))],
  ['connectortypes', ConnectorTypesResponse, presentConnectorTypes()],
  ['powerfeedtypes', PowerFeedTypesResponse, presentPowerFeedTypes()],
  ['connectorstatuses', ConnectorStatusesResponse, presentConnectorStatusList()],
  [
    'roamings',
    RoamingsResponse,
    presentRoamings([{ name: 'a', partnerId: 'b', eMobilityIds: ['c'], countries: ['NLD'] }]),
  ],
  ['error', ErrorBody, { Type: 'a', Message: ['b'] }],
] as const;

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** As the document writes a path: from the nearest thing that has a name there. */
function short(path: string): string {
  return path
    .replace(/^stations\.evStations\.evStation(?=\.|$)/, 'evStation')
    .replace(/^evStation\.connectors\.connector(?=\.|$)/, 'connector')
    .replace(
      /^connector\.connectorDetails\.paymentMethodDetails(?=\.)|^evStation\.evStationDetails\.paymentMethods(?=\.)/,
      'paymentMethods',
    )
    .replace(/^connector\.connectorDetails\.(openingHours|pricing\.timeConstraints)(?=\.)/, 'openingHours');
}

/** Dotted paths; lists leave no trace in them. */
function pathsOfSchema({ properties = {}, items }: JsonSchema, at: string): string[] {
  if (items !== undefined) return pathsOfSchema(items, at);
  return Object.entries(properties).flatMap(([key, schema]) => [
    `${at}.${key}`,
    ...pathsOfSchema(schema, `${at}.${key}`),
  ]);
}

function pathsOf(schema: z.ZodType, name: string): string[] {
  return [...new Set(pathsOfSchema(z.toJSONSchema(schema) as JsonSchema, name).map(short))];
}

function pathsOfValue(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one: unknown) => pathsOfValue(one, at));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${at}.${key}`, ...pathsOfValue(member, `${at}.${key}`)],
  );
}

const page = readFileSync(new URL('../../../../docs/v2-quirks.md', import.meta.url), 'utf8');
const [, section = ''] = page.split('## Fields that are never written');
const neverWritten = Array.from(
  (section.split('\n## ')[0] ?? '').matchAll(/^\| `([\w.]+)`/gm),
  ([, path = '']) => path,
);

describe('fields of contract v2', () => {
  it.each(answers)('%s: written, or listed as never written', (name, schema, answer) => {
    const written = new Set(pathsOfValue(answer, name).map(short));
    const listed = (path: string) => neverWritten.some((one) => path === one || path.startsWith(`${one}.`));
    const paths = pathsOf(schema, name);
    expect(paths.filter((path) => !written.has(path) && !listed(path))).toEqual([]);
    expect(paths.filter((path) => written.has(path) && listed(path))).toEqual([]);
    expect([...written].filter((path) => !paths.includes(path))).toEqual([]);
  });

  it('are in the schemas, every one that spec/golden/v2/contract.json lists', () => {
    const golden = readFileSync(new URL('../../../../spec/golden/v2/contract.json', import.meta.url), 'utf8');
    const listed = Object.entries(JSON.parse(golden) as Record<string, readonly string[]>).flatMap(([at, fields]) =>
      fields.map((field) => `${at}.${field}`),
    );
    const known = new Set(answers.flatMap(([name, schema]) => pathsOf(schema, name)));
    expect(listed.filter((path) => !known.has(path))).toEqual([]);
    expect(listed.length).toBeGreaterThan(150);
  });

  it('no line of the document speaks of a field there is none of', () => {
    const paths = new Set(answers.flatMap(([name, schema]) => pathsOf(schema, name)));
    expect(neverWritten.filter((path) => !paths.has(path))).toEqual([]);
    expect(neverWritten.length).toBeGreaterThan(10);
  });
});
