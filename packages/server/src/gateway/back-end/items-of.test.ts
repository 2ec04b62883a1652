import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from './items-of.ts';
import { itemsOf } from './items-of.ts';

const id = fc.oneof(fc.constantFrom('here:evcp:charginglocation:a', 'b', 'c-d_e'), fc.string({ maxLength: 5 }));
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('"', '\\', '\\"', '}', '{"id":"', ']},{', 'ä"\\\\'),
);
const item = fc.tuple(id, fc.jsonValue(), text).map(([own, more, name]) => ({ id: own, name, more }));
const answer = fc.record({
  items: fc.array(item, { maxLength: 6 }),
  missingItems: fc.option(fc.array(id), { nil: undefined }),
});

const written = (value: unknown) => Buffer.from(JSON.stringify(value));
const read = (items: readonly Item[]) => items.map(({ bytes }): unknown => JSON.parse(bytes.toString()));

describe('the places of an answer', () => {
  it('are what JSON.parse finds, whatever was met before', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: 1, maxLength: 4 }), (answers) => {
        const known = new Map<string, Item>();
        for (const one of answers) {
          const plain = JSON.parse(JSON.stringify(one)) as typeof one;
          const items = itemsOf(written(one), (own) => known.get(own));
          expect(items.map((found) => found.id)).toEqual(plain.items.map((found) => found.id));
          expect(read(items)).toEqual(plain.items);
          for (const found of items) known.set(found.id, found);
        }
      }),
    );
  });

  it('are found however the answer is laid out', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom('items', 'missingItems'), (one, first) => {
        const { items, missingItems } = one;
        const turned = first === 'items' ? one : { missingItems, items };
        const laidOut = Buffer.from(JSON.stringify(turned, null, 1));
        expect(read(itemsOf(laidOut, () => undefined))).toEqual(JSON.parse(JSON.stringify(items)));
      }),
    );
  });

  it('that were met before and read the same are those', () => {
    const before = itemsOf(written({ items: [{ id: 'a', n: 1 }] }), () => undefined);
    const again = itemsOf(
      written({
        items: [
          { id: 'a', n: 1 },
          { id: 'a', n: 2 },
        ],
      }),
      () => before[0],
    );
    expect(again[0]).toBe(before[0]);
    expect(read(again)).toEqual([
      { id: 'a', n: 1 },
      { id: 'a', n: 2 },
    ]);
  });

  it('are none where there are none', () => {
    expect(itemsOf(Buffer.from('{"missingItems":["a"]}'), () => undefined)).toEqual([]);
    expect(itemsOf(Buffer.from('{"items":[]}'), () => undefined)).toEqual([]);
  });

  it.each(['{}', '{"foo":1}', '[]', '7'])('are refused where nothing is said of any: %s', (body) => {
    expect(() => itemsOf(Buffer.from(body), () => undefined)).toThrow('something other than locations');
  });

  it('are refused unless all of the answer is JSON', () => {
    const whole = written({ items: [{ id: 'a', n: '"}' }, { id: 'b' }], missingItems: ['c'] });
    const [known] = itemsOf(whole, () => undefined);
    for (const before of [undefined, known]) {
      for (let end = 0; end < whole.length; end++) {
        expect(() => itemsOf(whole.subarray(0, end), () => before)).toThrow('something other than JSON');
      }
    }
    expect(() => itemsOf(Buffer.concat([whole, whole]), () => undefined)).toThrow('something other than JSON');
    expect(() => itemsOf(Buffer.from('{"items":[7]}'), () => undefined)).toThrow('other than locations');
    expect(() => itemsOf(Buffer.from('[]'), () => undefined)).toThrow('other than locations');
  });
});
