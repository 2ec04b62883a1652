/**
 * What all spellings of one EVSE id have in common: upper case, no separators. Only ids that can be nobody else's have
 * one: those of eMI3 and ISO 15118 (country, party, `E`, the party's own number), and those of DIN 91286 (`+49*810*...`).
 */

const separators = /[\s*._:/-]/g;
const emi3 = /^[A-Z]{2}[A-Z0-9]{3}E([A-Z0-9]{1,31})$/;
const din = /^\+[0-9]{1,3}\*[0-9]{3,6}\*([0-9*]{1,32})$/;

/** Numbers that stand for "none": nothing but zeros or one letter again and again, or a word that says so. */
const nothing = /^(?:0+|([A-Z])\1*|UNKNOWN|UNDEFINED|NONE|NULL|NAN|NA|TEST|DUMMY|DEFAULT|EVSE)0*$/;

/** `undefined` for what makes no twins: no id, an id of no known form, a placeholder. */
export function normalEvseId(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const upper = text.trim().toUpperCase();
  const [, dinNumber] = din.exec(upper) ?? [];
  const plain = upper.replace(separators, '');
  const number = dinNumber?.replaceAll('*', '') ?? emi3.exec(plain)?.[1];
  return number === undefined || number === '' || nothing.test(number) ? undefined : plain;
}
