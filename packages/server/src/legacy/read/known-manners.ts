/** Manners by the text they were written in, so that each is read once. */
import type { LegacyQuirks } from '@pantograph/model/v2';
import { areaParameters } from './area.ts';
import type { Manner } from './manner.ts';
import { readManner } from './manner.ts';

export interface KnownManner {
  readonly manner: Manner;
  /** Names of all parameters in it. */
  readonly parameters: ReadonlySet<string>;
}

export interface KnownManners {
  readonly find: (text: string) => KnownManner | undefined;
  /** Of a question that was answered: there is nothing to refuse in it. */
  readonly learn: (text: string) => void;
}

/** Longer texts, and more than so many, are not worth their memory. */
const MOST_TEXTS = 256;
const LONGEST_TEXT = 512;

export function knownManners(quirks: LegacyQuirks): KnownManners {
  const known = new Map<string, KnownManner>();
  return {
    find: (text) => known.get(text),
    learn(text) {
      if (text.length > LONGEST_TEXT) return;
      if (known.size >= MOST_TEXTS) known.clear();
      const query = new URLSearchParams(text);
      known.set(text, { manner: readManner(query, quirks), parameters: new Set(query.keys()) });
    },
  };
}

export interface SplitQuery {
  readonly where: string;
  /** As sent, but for credentials, which the edge alone reads. */
  readonly manner: string;
}

/** A name in which no escape hides another one. */
const plainName = /^[A-Za-z_]+$/;
const saysWhere = new Set<string>(areaParameters);
const credentials = new Set(['apiKey', 'app_id', 'app_code']);

/** `undefined` where a part has a name that is not plain. */
export function splitQuery(query: string): SplitQuery | undefined {
  let where = '';
  let manner = '';
  for (const part of query.split('&')) {
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    if (saysWhere.has(name)) where += `&${part}`;
    else if (!plainName.test(name)) return undefined;
    else if (!credentials.has(name)) manner += `&${part}`;
  }
  return { where, manner };
}
