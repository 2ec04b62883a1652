/** The connector types of v2 as a client may write them, and what becomes of each. Source: the vocabulary (migration guide). */
import type { ConnectorTypeRow } from '@pantograph/model/vocabulary';
import { connectorTypeOfId, connectorTypes } from '@pantograph/model/vocabulary';

/** A standard; several, where the amperage decides; or what to do about an id that has none. */
function successorOf(row: ConnectorTypeRow): string {
  if (row.standards.length > 0) return row.standards.join(' or ');
  const successors = (row.successors ?? []).flatMap((id) => connectorTypeOfId(id)?.standards ?? []);
  return successors.length > 0 ? `no value of its own (deprecated; see ${successors.join(' or ')})` : 'no value';
}

const named = connectorTypes.filter(({ name, use }) => name !== '' && use !== 'notUsed');

/** By id, without those that stand for nothing. */
export const successorOfId: ReadonlyMap<string, string> = new Map(
  named.map((row) => [String(row.id), successorOf(row)]),
);

/** Spellings that recorded answers and Search use beside the guide's. Source: contract v2, name drift. */
const otherNames: readonly (readonly [name: string, id: number])[] = [
  ['IEC 62196-2 type 2 (Mennekes)', 31],
  ['IEC 62196-3 type 2 combo (Mennekes)', 34],
  ['Domestic plug/socket type B (NEMA 5-20 (3 pin))', 6],
];

const byName = new Map<string, string>();
for (const row of named) if (!byName.has(row.name)) byName.set(row.name, successorOf(row));
for (const [name, id] of otherNames) {
  const row = connectorTypeOfId(id);
  if (row !== undefined) byName.set(name, successorOf(row));
}

/** Names that nobody writes who does not mean this list; "Tesla Connector" and the like are in {@link plainNames}. */
export const successorOfName: ReadonlyMap<string, string> = new Map(
  [...byName].filter(([name]) => /\d|plug|\(/i.test(name)),
);
export const plainNames: ReadonlyMap<string, string> = new Map(
  [...byName].filter(([name]) => !successorOfName.has(name)),
);

export const plainNameWords: readonly string[] = [...plainNames.keys()].map((name) => name.toLowerCase());

/** Lower-case beginnings, of which every name of {@link successorOfName} has one. */
export const nameWords: readonly string[] = [
  'domestic plug',
  'iec 6',
  'iec 60309',
  'nema 5-20 (3',
  'jevs g 105',
  'tesla connector (',
  'gb/t (chinese)',
  'chaoji connector (',
  'sae j3105',
  'mcs (mega',
  'tesla proprietary',
  'i-type as/nz',
  'marechal plug',
  'better place plug',
];

/** What clients call the plugs in their own code, by the id that is then meant. */
export const nicknames: readonly { readonly id: number; readonly name: RegExp; readonly words: readonly string[] }[] = [
  { id: 29, name: /chademo/i, words: ['chademo'] },
  {
    id: 30,
    name: /type[_ -]?1(?!\d|.{0,3}(ccs|combo))|j[_ -]?1772/i,
    words: ['type1', 'type_1', 'type 1', 'type-1', 'j1772', 'j_1772'],
  },
  {
    id: 31,
    name: /type[_ -]?2(?!\d|.{0,3}(ccs|combo))|mennekes|iec[_ -]?62196[_ -]?t2(?!_?combo)/i,
    words: ['type2', 'type_2', 'type 2', 'type-2', 'mennekes', '62196'],
  },
  { id: 32, name: /type[_ -]?3c?(?!\d)|scame/i, words: ['type3', 'type_3', 'type 3', 'type-3', 'scame'] },
  { id: 33, name: /ccs[_ -]?1|combo[_ -]?1|type[_ -]?1.{0,3}(ccs|combo)|ccs(?![_ -]?\d)/i, words: ['ccs', 'combo'] },
  { id: 34, name: /ccs[_ -]?2|combo[_ -]?2|type[_ -]?2.{0,3}(ccs|combo)|ccs(?![_ -]?\d)/i, words: ['ccs', 'combo'] },
  { id: 9, name: /schuko/i, words: ['schuko'] },
  { id: 43, name: /tesla|nacs|j[_ -]?3400/i, words: ['tesla', 'nacs', 'j3400', 'j_3400'] },
  { id: 66, name: /tesla|roadster/i, words: ['tesla', 'roadster'] },
  { id: 67, name: /megawatt|\bmcs\b/i, words: ['megawatt', 'mcs'] },
  { id: 68, name: /tesla/i, words: ['tesla'] },
  { id: 52, name: /gb[_ /-]?t/i, words: ['gbt', 'gb_t', 'gb/t'] },
  { id: 53, name: /gb[_ /-]?t/i, words: ['gbt', 'gb_t', 'gb/t'] },
];
