/** Objects that may be passed on, in order of creation, which is the order of OCPI's pages. */
import type { OcpiWireVersion } from '@pantograph/model/ocpi';

export interface Row {
  /** Under which it is read from the store. */
  readonly handle: string;
  readonly source: string;
  /** Country, party and id in lower case, parted by `/`: what it is to peers. */
  readonly identity: string;
  /** The object's, cascade included; milliseconds since 1970. */
  lastUpdated: number;
  isVisible: boolean;
  /** Peers may have been given it, now or before. */
  readonly mayBeHeld: boolean;
  /** That can carry it; absent: all. */
  readonly versions?: ReadonlySet<OcpiWireVersion>;
}

export interface PageQuery {
  readonly offset: number;
  readonly limit: number;
  /** Milliseconds since 1970; `from` is included, `to` is not. */
  readonly from?: number;
  readonly to?: number;
  /** Nobody is sent what came from there. */
  readonly exceptSource: string;
  readonly version: OcpiWireVersion;
}

export interface Party {
  readonly countryCode: string;
  readonly partyId: string;
}

export interface Shelf {
  get(handle: string): Row | undefined;
  /** Adds, or replaces what is there in its place. */
  put(row: Row): void;
  /** Of the rows with this identity the one that is passed on. */
  shown(identity: string): Row | undefined;
  /** `total` counts all pages. */
  page(query: PageQuery): { readonly total: number; readonly rows: readonly Row[] };
  /** Whose objects are visible, each party once, in upper case. */
  parties(exceptSource: string): readonly Party[];
  /** Visible rows of these parties, such as `NL/ABC`. */
  ofParties(parties: ReadonlySet<string>): readonly Row[];
  /** All visible rows whose identity ends in this id; an id is not unique between parties. */
  named(id: string, exceptSource: string): readonly Row[];
}

export function shelf(): Shelf {
  const rows: Row[] = [];
  const places = new Map<string, number>();
  /** Of several sources with one object, the one that came first is passed on. */
  let shown: ReadonlyMap<string, Row> | undefined;
  let byId = new Map<string, Row[]>();

  function visible(): ReadonlyMap<string, Row> {
    if (shown !== undefined) return shown;
    const found = new Map<string, Row>();
    byId = new Map();
    for (const row of rows) {
      if (!row.isVisible || found.has(row.identity)) continue;
      found.set(row.identity, row);
      const id = idIn(row.identity);
      const namesakes = byId.get(id);
      if (namesakes === undefined) byId.set(id, [row]);
      else namesakes.push(row);
    }
    shown = found;
    return found;
  }

  function named(id: string, exceptSource: string): readonly Row[] {
    visible();
    return (byId.get(id.toLowerCase()) ?? []).filter((row) => row.source !== exceptSource);
  }

  return {
    get: (handle) => rows[places.get(handle) ?? -1],
    shown: (identity) => visible().get(identity),
    put: (row) => {
      const place = places.get(row.handle) ?? rows.length;
      const before = rows[place];
      places.set(row.handle, place);
      rows[place] = row;
      if (before === undefined || before.isVisible !== row.isVisible || before.identity !== row.identity) {
        shown = undefined;
      } else if (before.isVisible) {
        Object.assign(before, row);
        rows[place] = before;
      }
    },
    page: ({ offset, limit, from = -Infinity, to = Infinity, exceptSource, version }) => {
      const found: Row[] = [];
      let total = 0;
      for (const row of visible().values()) {
        if (row.source === exceptSource || row.lastUpdated < from || row.lastUpdated >= to) continue;
        if (row.versions?.has(version) === false) continue;
        if (total >= offset && found.length < limit) found.push(row);
        total++;
      }
      return { total, rows: found };
    },
    parties: (exceptSource) => {
      const found = new Map<string, Party>();
      for (const { identity, source } of visible().values()) {
        if (source === exceptSource) continue;
        const [countryCode = '', partyId = ''] = partyIn(identity);
        found.set(`${countryCode}/${partyId}`, { countryCode, partyId });
      }
      return [...found.values()];
    },
    ofParties: (parties) => [...visible().values()].filter(({ identity }) => parties.has(partyIn(identity).join('/'))),
    named,
  };
}

export function identityOf(countryCode: string, partyId: string, id: string): string {
  return `${countryCode}/${partyId}/${id}`.toLowerCase();
}

function partyIn(identity: string): readonly string[] {
  return identity.toUpperCase().split('/', 2);
}

function idIn(identity: string): string {
  return identity.split('/').slice(2).join('/');
}
