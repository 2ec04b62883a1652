import { describe, expect, it } from 'vitest';
import { chunksOf, readAll } from '../../test/read-all.ts';

const objects = [1, 2, 3].map((id) => ({ id: String(id), evses: [{ uid: 'a' }] }));

describe('a feed that ends too early', () => {
  const feeds = {
    'an array': JSON.stringify(objects),
    'a pretty array': JSON.stringify(objects, null, 2),
    'an envelope': JSON.stringify({ status_code: 1000, data: objects, timestamp: 'x' }),
    lines: `${objects.map((one) => JSON.stringify(one)).join('\n')}\n`,
  };
  for (const [layout, text] of Object.entries(feeds)) {
    it(`delivers what was whole of ${layout}, wherever it was cut`, async () => {
      const starts = Array.from(text.matchAll(/\{\s*"id"/g), (found) => found.index);
      for (let length = 1; length < text.length; length++) {
        const { values, failure } = await readAll(chunksOf(text.slice(0, length), 11), { file: 'x.json' });
        const begun = starts.filter((start) => start < length).length;
        expect(objects.slice(0, values.length)).toEqual(values);
        expect(values.length).toBeGreaterThanOrEqual(begun - 1);
        if (failure === undefined) {
          // A line is whole without its newline, and white space may be missing.
          expect(layout).toBe('lines');
          expect(values.length).toBe(begun);
        } else {
          expect(failure.notice.code).toBe('json_cut_short');
          // Until its data begins, an envelope may itself be the object.
          const isHead = layout === 'an envelope' && !text.slice(0, length).includes('[');
          expect(failure.place?.object).toBe(isHead ? 1 : begun);
          expect(failure.message).toContain('x.json');
        }
      }
    });
  }

  it('names line and object', async () => {
    const text = '[\n{"id":"1"},\n{"id":"2",\n"x":';
    const { failure } = await readAll(chunksOf(text), { file: 'cut.json' });
    expect(failure?.message).toBe('cut.json ends at line 4 in the middle of object 2.');
    expect(failure?.place).toEqual({ line: 4, object: 2, byteOffset: text.length });
    const between = await readAll(chunksOf('[{"id":"1"},'), { file: 'cut.json' });
    expect(between.failure?.message).toBe('cut.json ends at line 1 in the middle of the array, after object 1.');
    const enveloped = await readAll(chunksOf('{"data":[{"id":"1"}]'), { file: 'cut.json' });
    expect(enveloped.failure?.message).toBe('cut.json ends at line 1 in the middle of the envelope, after object 1.');
  });
});

describe('an answer that is an error', () => {
  it('is one, wherever its status stands', async () => {
    for (const text of [
      '{"status_code":2001,"status_message":"no","data":[]}',
      '{"data":[],"status_message":"no","status_code":"2001"}',
      '{"status_code":2001,"status_message":"no"}',
      '{"data":null,"status_code":2001,"status_message":"no"}',
    ]) {
      const { items, failure } = await readAll(chunksOf(text), { file: 'answer' });
      expect(items).toEqual([]);
      const message = /^answer is an OCPI answer with status 2001: /;
      expect(failure?.message).toMatch(message);
    }
  });

  it('still delivers the objects in it', async () => {
    const { values, failure } = await readAll(chunksOf('{"data":[{"id":"1"}],"status_code":3000}'));
    expect(values).toEqual([{ id: '1' }]);
    expect(failure?.notice).toMatchObject({ code: 'envelope_refused', parameters: { status_code: 3000 } });
  });

  it('may have no data', async () => {
    const { items, failure } = await readAll(chunksOf('{"status_code":1000,"timestamp":"2025-01-01T00:00:00Z"}'));
    expect(items).toEqual([]);
    expect(failure?.notice.code).toBe('envelope_without_data');
  });
});

describe('what is no JSON', () => {
  const cases: readonly (readonly [look: string, bytes: string | Uint8Array])[] = [
    ['HTML', '<!DOCTYPE html><html><body>Not found</body></html>'],
    ['XML', '<?xml version="1.0"?><d2LogicalModel/>'],
    ['CSV', 'id;name;lat;lng\n1;a;52;4\n'],
    ['CSV', '"id","name, city","lat"\n'],
    ['a ZIP archive', Buffer.from('PK\u0003\u0004rest')],
    ['a PDF', '%PDF-1.7'],
    ['text', 'Service unavailable\n'],
    ['a single JSON value', '"hello"'],
    ['binary data', Buffer.from([1, 2, 3, 4])],
  ];
  for (const [look, bytes] of cases) {
    it(`is told: ${look} (${String(bytes).slice(0, 12)})`, async () => {
      const { items, failure } = await readAll(chunksOf(bytes, 3), { file: 'f' });
      expect(items).toEqual([]);
      expect(failure?.message).toBe(`f is not JSON: it looks like ${look}.`);
    });
  }

  it('is nothing at all', async () => {
    for (const text of ['', '   \n ']) {
      expect((await readAll(chunksOf(text), { file: 'f' })).failure?.message).toBe('f is empty.');
    }
  });

  it('is another encoding, with or without a mark', async () => {
    const text = '[{"id":"1"}]';
    const swapped = Buffer.from(`\ufeff${text}`, 'utf16le').swap16();
    for (const bytes of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(text, 'utf16le'), swapped]) {
      const { items, failure } = await readAll(chunksOf(bytes), { file: 'f' });
      expect(items).toEqual([]);
      expect(failure?.message).toBe('f is UTF-16, not UTF-8 (byte 0).');
    }
  });
});
