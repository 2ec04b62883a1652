import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BodyWriter } from './body-writer.ts';

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
