import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BodyWriter } from './body-writer.ts';
import { giveBack } from './lent-memory.ts';

it('writes what it is given, however much was expected', () => {
  const part = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.uint8Array({ maxLength: 200 }));
  const property = fc.property(fc.nat(300), fc.array(part), (expected, parts) => {
    const writer = new BodyWriter(expected);
    for (const each of parts) {
      if (typeof each === 'string') writer.text(each);
      else writer.bytes(each, Math.min(1, each.length)).bytes(each, 0, Math.min(1, each.length));
    }
    const bytes = parts.map((each) =>
      typeof each === 'string' ? Buffer.from(each) : Buffer.concat([each.subarray(1), each.subarray(0, 1)]),
    );
    expect(Buffer.from(writer.done()).toString('hex')).toBe(Buffer.concat(bytes).toString('hex'));
  });
  fc.assert(property);
});

it('has a tag that tells bodies apart, made of the tags of documents', () => {
  const document = (text: string, gap: number, tag?: string) => ({ bytes: Buffer.from(text), gap, tag });
  const write = (insert: string, tag?: string) =>
    new BodyWriter(0)
      .text('[')
      .document(document('{"a":,"b":1}', 5, tag), insert)
      .text(']');
  const one = write('1');
  expect(Buffer.from(one.done()).toString()).toBe('[{"a":1,"b":1}]');
  expect(write('1').tag()).toBe(one.tag());
  const others = [write('2'), write('1', 'made elsewhere'), write('1').text(' '), new BodyWriter(0).text('[')];
  expect(new Set([one, ...others].map((writer) => writer.tag())).size).toBe(5);
  const plain = (text: string) => new BodyWriter(0).bytes(Buffer.from(text)).tag();
  expect(plain('x')).not.toBe(plain('y'));
});

it('gets no memory that another body still stands in', () => {
  const bodies = Array.from({ length: 20 }, (_, at) => new BodyWriter(10).text(`body ${String(at)}`).done());
  const [first = new Uint8Array(), ...others] = bodies;
  giveBack(first);
  giveBack(first);
  const later = [new BodyWriter(10).text('later').done(), new BodyWriter(10).text('latest').done()];
  expect(others.map((body) => Buffer.from(body).toString())).toEqual(others.map((_, at) => `body ${String(at + 1)}`));
  expect(later.map((body) => Buffer.from(body).toString())).toEqual(['later', 'latest']);
});
