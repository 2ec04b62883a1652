/**
 * What a node of the index says of all places below it, in bits: where a bit that a filter needs is missing, no place
 * there can match. Bits of open lists are shared by several values, so that a bit that is there promises nothing.
 */
import { v3Standards } from '@pantograph/model/vocabulary';
import type { EvseFacts, SiteFacts } from '../site-facts.ts';

/** Connector standards take the bits 0..61 of two words, direct and alternating current the last two. */
export interface ConnectorTraits {
  readonly low: number;
  readonly high: number;
  /** The highest power known; 0 where none is. */
  readonly watts: number;
}

const HIGH_WORD = 32;
const FIRST_UNLISTED = v3Standards.length;
const AC_BIT = 62;
const DC_BIT = 63;

const listed = new Map(v3Standards.map((standard, bit) => [standard, bit]));

export function standardBit(standard: string): number {
  return listed.get(standard) ?? FIRST_UNLISTED + (hashOf(standard) % (AC_BIT - FIRST_UNLISTED));
}

export function currentBit(current: 'AC' | 'DC'): number {
  return current === 'AC' ? AC_BIT : DC_BIT;
}

export function connectorTraitsOf(evse: EvseFacts): ConnectorTraits {
  const bits = evse.connectors.flatMap(({ standard, current }) =>
    current === undefined ? [standardBit(standard)] : [standardBit(standard), currentBit(current)],
  );
  const watts = Math.max(0, ...evse.connectors.map((connector) => connector.watts ?? 0));
  return { ...wordsOf(bits), watts: Math.min(watts, 0xffff_ffff) };
}

export function bothTraits(a: ConnectorTraits, b: ConnectorTraits): ConnectorTraits {
  return { low: a.low | b.low, high: a.high | b.high, watts: Math.max(a.watts, b.watts) };
}

/** Bits of a 64-bit set as two words. */
export function wordsOf(bits: readonly number[]): { readonly low: number; readonly high: number } {
  let low = 0;
  let high = 0;
  for (const bit of bits) {
    if (bit < HIGH_WORD) low |= 1 << bit;
    else high |= 1 << (bit - HIGH_WORD);
  }
  return { low, high };
}

/** One of 32 bits for a text. */
function textBit(text: string): number {
  return 1 << (hashOf(text) & 31);
}

export function textBits(texts: Iterable<string>): number {
  let bits = 0;
  for (const text of texts) bits |= textBit(text);
  return bits;
}

const COUNTRY_BITS = 24;

/** A country takes one of the lower 24 bits. */
export function countryBit(country: string): number {
  return 1 << (hashOf(country) % COUNTRY_BITS);
}

/** A vehicle category takes one of the upper 8 bits. */
export function vehicleBit(vehicle: string): number {
  return 1 << (COUNTRY_BITS + (hashOf(vehicle) & 7));
}

export function placeBits({ country, vehicles }: Pick<SiteFacts, 'country' | 'vehicles'>): number {
  let bits = countryBit(country);
  for (const vehicle of vehicles) bits |= vehicleBit(vehicle);
  return bits;
}

/** FNV-1a over UTF-16 units, unsigned. */
export function hashOf(text: string): number {
  let hash = 0x811c_9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x0100_0193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
