/**
 * OCPI has one line for street and house number; v2, v3 and Search have two fields. Splitting is a guess, so it is made
 * only where one reading stands out: "Nijverheidsweg 1", "Peelo 22 A", "R. da Igreja, 79", "1 Main St". Else the whole
 * line is the street.
 */
export interface AddressLine {
  readonly street?: string;
  /** As written, "22 A" and "77-79" included. */
  readonly houseNumber?: string;
}

const ADDITION = String.raw`(?:\s?[-/]\s?\d{1,4})?(?:\s?[-/]?\s?[A-Za-z]|\s(?:bis|ter|quater))?`;
const NUMBER_LAST = new RegExp(String.raw`(?:,\s?|\s)(?:n(?:o|r|º|°)?[.:]?\s?)?(\d{1,4}${ADDITION})$`, 'iu');
// Five digits come first only in America, last they are a postal code. "1e Weteringstraat" is an ordinal, not number 1e.
const NUMBER_FIRST = /^(\d{1,5}(?:[-/]\d{1,5})?(?:[A-DF-Za-df-z]|\s(?:bis|ter|quater)(?=\s))?),?\s/u;
const ORDINAL = /(?<![\p{L}\d])\d{1,3}(?:e|de|ste|st|nd|rd|th|er|ère|ème|eme|\.)(?![\p{L}\d])/giu;
// Words before a number that number something else than a house; a single letter is a road class ("A 12").
const NOT_A_STREET =
  /(?:^|\s)(?:\p{L}|highway|hwy|route|road|autobahn|autoroute|autoweg|autostrada|km|exit|afrit|ausfahrt|sortie|salida|gate|unit|lot|level|deck|floor|box|platform|terminal|parking|halle|hal|zone|sector|plot|phase)\.?$/iu;

export function splitAddress(line: string): AddressLine {
  const text = line.trim().replace(/\s+/gu, ' ');
  if (text === '') return {};
  return numberLast(text) ?? numberFirst(text) ?? { street: text };
}

function numberLast(text: string): AddressLine | undefined {
  const match = NUMBER_LAST.exec(text);
  const houseNumber = match?.[1];
  if (match === null || houseNumber === undefined || isYear(houseNumber)) return undefined;
  const street = text.slice(0, match.index).trim();
  return isPlainStreet(street) ? { street, houseNumber } : undefined;
}

function numberFirst(text: string): AddressLine | undefined {
  const match = NUMBER_FIRST.exec(text);
  const houseNumber = match?.[1];
  if (match === null || houseNumber === undefined) return undefined;
  const street = text.slice(match[0].length).trim();
  return isPlainStreet(street) ? { street, houseNumber } : undefined;
}

/** "Plein 1944" is a square. */
function isYear(houseNumber: string): boolean {
  return /^(?:1[89]|20)\d\d$/.test(houseNumber);
}

/** Nothing in it that could be the house number instead: no digit but ordinals, no comma, and at least a word. */
function isPlainStreet(street: string): boolean {
  return /\p{L}{2}/u.test(street) && !/[\d,;]/u.test(street.replace(ORDINAL, '')) && !NOT_A_STREET.test(street);
}
