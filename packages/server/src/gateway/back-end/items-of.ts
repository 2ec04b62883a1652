/**
 * The places in an answer of v3, each as the bytes it was sent as. What was made of a place is kept by these bytes, so
 * that a place that reads as it did before is neither parsed nor presented again, and need not even be looked through.
 */
import { z } from 'zod';
import { Refused } from '../../refusal/refused.ts';
import { jsonOf } from '../upstream/upstream.ts';

export interface Item {
  readonly id: string;
  readonly bytes: Buffer;
}

/** An item that was met before, by its id. */
export type KnownItem = (id: string) => Item | undefined;

const BACKSLASH = 0x5c;
const BRACE = 0x7b;
const BRACE_END = 0x7d;
const BRACKET_END = 0x5d;
const COMMA = 0x2c;
const QUOTE = 0x22;

const START = '{"items":[';
const ITEM_START = '{"id":"';

/** Throws `Refused` for what is no JSON, or holds no places. Items that were met before are given as they are known. */
export function itemsOf(body: Buffer, known: KnownItem): readonly Item[] {
  return itemsAsSent(body, known) ?? itemsParsed(body);
}

/** `undefined` where the answer is not written as JSON.stringify would, its items first and in each the id first. */
function itemsAsSent(body: Buffer, known: KnownItem): readonly Item[] | undefined {
  if (!startsAt(body, 0, START)) return undefined;
  const items: Item[] = [];
  let at = START.length;
  while (body[at] !== BRACKET_END) {
    if (items.length > 0 && body[at++] !== COMMA) return undefined;
    const item = itemAt(body, at, known);
    if (item === undefined) return undefined;
    items.push(item);
    at += item.bytes.length;
  }
  // What follows is no place, but has to be there for the answer to be whole.
  jsonOf('v3', START + body.toString('utf8', at));
  return items;
}

function itemAt(body: Buffer, at: number, known: KnownItem): Item | undefined {
  if (!startsAt(body, at, ITEM_START)) return undefined;
  const from = at + ITEM_START.length;
  const to = body.indexOf(QUOTE, from);
  const id = to < 0 ? '' : body.toString('latin1', from, to);
  if (!/^[\w:.-]+$/.test(id)) return undefined;
  const before = known(id);
  if (before !== undefined && isAt(body, at, before.bytes)) return before;
  const end = endOfObject(body, at);
  // A copy: a place may be kept for longer than the answer it came in.
  return end === undefined ? undefined : { id, bytes: Buffer.from(body.subarray(at, end)) };
}

/** Behind the brace that closes the one at `at`. */
function endOfObject(body: Buffer, at: number): number | undefined {
  let depth = 0;
  for (let here = at; here < body.length; here++) {
    const byte = body[here];
    if (byte === QUOTE) here = endOfText(body, here);
    else if (byte === BRACE) depth++;
    else if (byte === BRACE_END && --depth === 0) return here + 1;
  }
  return undefined;
}

/** Where the quotation mark is that closes the one at `at`. */
function endOfText(body: Buffer, at: number): number {
  for (let here = at + 1; here < body.length; here++) {
    const byte = body[here];
    if (byte === QUOTE) return here;
    if (byte === BACKSLASH) here++;
  }
  return body.length;
}

function startsAt(body: Buffer, at: number, text: string): boolean {
  return body.toString('latin1', at, at + text.length) === text;
}

function isAt(body: Buffer, at: number, bytes: Buffer): boolean {
  const end = at + bytes.length;
  return end <= body.length && bytes.compare(body, at, end) === 0;
}

/** What was asked for stands in the one or the other: an answer with neither is no answer of v3. */
const Answer = z
  .object({
    items: z.array(z.looseObject({ id: z.string() })).optional(),
    missingItems: z.array(z.string()).optional(),
  })
  .refine(({ items, missingItems }) => items !== undefined || missingItems !== undefined);

function itemsParsed(body: Buffer): readonly Item[] {
  const parsed = Answer.safeParse(jsonOf('v3', body.toString()));
  if (!parsed.success) throw noLocations();
  const { items = [] } = parsed.data;
  return items.map((item) => ({ id: item.id, bytes: Buffer.from(JSON.stringify(item)) }));
}

export function noLocations(): Refused {
  return new Refused('unavailable', { cause: 'v3 behind this gateway answered something other than locations' });
}
