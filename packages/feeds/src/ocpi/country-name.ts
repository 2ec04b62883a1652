/** Countries as feeds name them: codes of two or three letters, or names in the languages of the feeds. */
import { iso1A3Code } from '@rapideditor/country-coder';

/** Languages in which names are understood; those of the countries that publish charge point data. */
const languages =
  'en de fr nl es it pt pl cs sk sl hr sr hu ro bg el tr sv nb da fi et lv lt uk ru is ga mt sq mk bs ca ja ko zh ar he'.split(
    ' ',
  );

/** Names that the language tables have in another form. */
const otherNames: Readonly<Record<string, string>> = {
  England: 'GBR',
  Scotland: 'GBR',
  Wales: 'GBR',
  'Great Britain': 'GBR',
  'Northern Ireland': 'GBR',
  'Republic of Ireland': 'IRL',
  Eire: 'IRL',
  Holland: 'NLD',
  'The Netherlands': 'NLD',
  'Czech Republic': 'CZE',
  'Česká republika': 'CZE',
  'Slovak Republic': 'SVK',
  'Slovenská republika': 'SVK',
  'Russian Federation': 'RUS',
  'Republic of Korea': 'KOR',
  'United States of America': 'USA',
  'Bundesrepublik Deutschland': 'DEU',
  'Republik Österreich': 'AUT',
  Türkei: 'TUR',
  Turkey: 'TUR',
  Macedonia: 'MKD',
  Swaziland: 'SWZ',
};

function squash(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

let namesRead: ReadonlyMap<string, string> | undefined;

/** By squashed name; made when the first name turns up, since most feeds have codes. */
function countryNames(): ReadonlyMap<string, string> {
  namesRead ??= readNames();
  return namesRead;
}

function readNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const tables = languages.map((language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }));
  for (const [alpha2, alpha3] of countryCodes()) {
    for (const table of tables) {
      const name = table.of(alpha2);
      if (name !== undefined) names.set(squash(name), alpha3);
    }
  }
  for (const [name, alpha3] of Object.entries(otherNames)) names.set(squash(name), alpha3);
  return names;
}

function* countryCodes(): Generator<readonly [alpha2: string, alpha3: string]> {
  for (const first of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
    for (const second of 'ABCDEFGHIJKLMNOPQRSTUVWXYZ') {
      const alpha3 = iso1A3Code(first + second, { level: 'territory' });
      if (alpha3 !== null) yield [first + second, alpha3];
    }
  }
}

const remembered = new Map<string, string | undefined>();
const REMEMBERED_NAMES = 1000;
const LONGEST_NAME = 100;

/** ISO 3166-1 alpha-3; `undefined` for what names no country. */
export function countryNamed(name: string): string | undefined {
  if (name.length > LONGEST_NAME) return undefined;
  if (remembered.has(name)) return remembered.get(name);
  if (remembered.size >= REMEMBERED_NAMES) remembered.clear();
  const code = codeOf(name);
  remembered.set(name, code);
  return code;
}

function codeOf(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed.length === 2 || trimmed.length === 3) {
    const code = iso1A3Code(trimmed.toUpperCase(), { level: 'territory' });
    if (code !== null) return code;
  }
  return countryNames().get(squash(trimmed));
}
