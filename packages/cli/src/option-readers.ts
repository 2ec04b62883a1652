/** Reads option values; what cannot be right is wrong use, and says what is allowed. */
import { InvalidArgumentError } from 'commander';
import type { Rate } from '@pantograph/server';
import { DURATION_FORM, durationOf, parseRate } from '@pantograph/server';

export function readPort(text: string): number {
  return wholeNumber(text, 0, 65_535);
}

/** More than any machine has cores for is a slip. */
export function readThreads(text: string): number {
  return wholeNumber(text, 1, 64);
}

export function readLocationCount(text: string): number {
  return wholeNumber(text, 1, 10_000_000);
}

export function readSeed(text: string): number {
  return wholeNumber(text, 0, 2 ** 31 - 1);
}

export function readRate(text: string): Rate {
  const rate = parseRate(text);
  if (rate === undefined) throw new InvalidArgumentError('Expected a rate such as 10/s, 600/min, 5000/h or 5/s:100.');
  return rate;
}

/** Milliseconds. */
export function readDuration(text: string): number {
  const milliseconds = durationOf(text);
  if (milliseconds === undefined) throw new InvalidArgumentError(`Expected ${DURATION_FORM}.`);
  return milliseconds;
}

/** OCPI country codes: ISO 3166-1 alpha-2. */
export function readCountry(text: string): string {
  if (!/^[a-z]{2}$/i.test(text)) throw new InvalidArgumentError('Expected two letters, such as NL.');
  return text.toUpperCase();
}

/** OCPI party ids: three characters, eMI3. */
export function readParty(text: string): string {
  if (!/^[a-z0-9]{3}$/i.test(text)) throw new InvalidArgumentError('Expected three letters or digits, such as ABC.');
  return text.toUpperCase();
}

/** Sources are named in reports and identities for as long as their data lives. */
export function readSource(text: string): string {
  if (!/^[a-z0-9][a-z0-9._-]{0,63}$/i.test(text)) {
    throw new InvalidArgumentError(
      'Expected up to 64 letters, digits, ".", "_" or "-", starting with a letter or digit.',
    );
  }
  return text;
}

function wholeNumber(text: string, least: number, most: number): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) {
    throw new InvalidArgumentError(`Expected a whole number from ${String(least)} to ${String(most)}.`);
  }
  return value;
}
