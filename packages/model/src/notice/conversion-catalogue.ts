/** Notices of conversions between standards and versions: what the target cannot carry, and what had to be assumed. */
import type { Notice } from './notice.ts';
import type { NoticeEntry } from './notice-entry.ts';

export const conversionCatalogue = {
  field_dropped: {
    severity: 'warning',
    message: '{field} has no place in {target} and was left out.',
    advice: 'Use a target that carries the field, or accept the loss.',
  },
  value_dropped: {
    severity: 'warning',
    message: '{field} {value} does not exist in {target} and was left out.',
    advice: 'Use a target that knows the value, or accept the loss.',
  },
  value_replaced: {
    severity: 'warning',
    message: '{field} {value} does not exist in {target}; {replacement} stands for it.',
    advice: 'Use a target that knows the value, or accept the loss.',
  },
  default_filled: {
    severity: 'warning',
    message: '{target} requires {field}, which is unknown; {replacement} was filled in.',
    advice: 'Have the source send the field.',
  },
} as const satisfies Record<string, NoticeEntry>;

export type ConversionCode = keyof typeof conversionCatalogue;

/** A finding about a conversion; what a {@link Notice} is to a feed's object. */
export interface ConversionNotice extends Omit<Notice, 'code'> {
  readonly code: ConversionCode;
}

/** What a conversion gives back: the value, and what it cost. */
export interface Converted<T> {
  readonly value: T;
  readonly notices: readonly ConversionNotice[];
}
