/** Comparisons by meaning, of a value of v2 with the value that is made of v3. */
import { alike } from '../../compare/alike.ts';
import { isSameInstant } from '../../compare/instant.ts';
import type { Found } from './verdict.ts';
import type { RuleCode } from './rules.ts';

/** Both are there. */
export type Compare = (v2: unknown, v3: unknown) => Found;

export const same: Compare = (v2, v3) => (alike(v2, v3) ? 'equal' : 'different');

/** Equal values are what a rule made of other words. */
export function by(rule: RuleCode): Compare {
  return (v2, v3) => (alike(v2, v3) ? rule : 'different');
}

/** Numbers that are texts in one answer and numbers in the other: the vendor's documents and recordings differ. */
export function byNumber(rule: RuleCode): Compare {
  return (v2, v3) => (Number(v2) === Number(v3) ? rule : 'different');
}

export const kilowatts: Compare = (v2, v3) =>
  Math.abs(Number(v2) - Number(v3)) < 0.001 ? 'kilowatts_of_watts' : 'different';

export const state: Compare = (v2, v3) => {
  if (v2 === v3) return 'state_of_status';
  if (v2 === 'UNKNOWN' && v3 === 'OTHER') return 'older_state_word';
  return v2 === 'OFFLINE' && v3 === 'OUT_OF_SERVICE' ? 'dialect_without_planned' : 'different';
};

export const instant: Compare = (v2, v3) => {
  if (v2 === v3) return 'equal';
  return isSameInstant(v2, v3, 1000) ? 'instant_respelled' : 'different';
};

export function areNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.max(2, 0.005 * Math.max(one, other));
}

export const distance: Compare = (v2, v3) => {
  if (v2 === v3) return 'equal';
  return areNear(Number(v2), Number(v3)) ? 'distance_rounded' : 'different';
};

export const phone: Compare = (v2, v3) => {
  if (v2 === v3) return 'equal';
  const [one, other] = [digitsOf(v2), digitsOf(v3)];
  return one !== '' && (other.endsWith(one) || one.endsWith(other)) ? 'phone_respelled' : 'different';
};

/** Without a leading zero, which the international form drops. */
function digitsOf(text: unknown): string {
  return String(text).replace(/\D/g, '').replace(/^0+/, '');
}

export function text(rule: RuleCode): Compare {
  return (v2, v3) => {
    if (v2 === v3) return rule;
    return plain(v2) === plain(v3) ? 'text_rewritten' : 'different';
  };
}

function plain(text: unknown): string {
  return String(text)
    .toLowerCase()
    .replace(/[\s.,;-]/g, '');
}
