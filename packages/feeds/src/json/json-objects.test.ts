import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, readAll } from '../../test/read-all.ts';

const three = [{ id: '1', name: 'a "quoted" {brace}' }, { id: '2', list: [1, [2, { x: null }]] }, { id: '3' }];
const lines = three.map((one) => JSON.stringify(one));
const envelope = { status_code: 1000, timestamp: '2025-01-01T00:00:00Z', data: three };

const layouts: readonly (readonly [layout: string, text: string])[] = [
  ['an array', JSON.stringify(three)],
  ['a pretty array', JSON.stringify(three, null, 2)],
  ['an array with one object a line', `[\n${lines.join(',\n')}\n]\n`],
  ['an empty envelope before its data', JSON.stringify(envelope)],
  ['an envelope with its data first', JSON.stringify({ data: three, status_code: 1000 })],
  ['a pretty envelope', JSON.stringify(envelope, null, 4)],
  ['lines', `${lines.join('\n')}\n`],
  ['lines without a last newline', lines.join('\n')],
  ['lines with CRLF and blank lines', `${lines.join('\r\n\r\n')}\r\n`],
  ['objects one after the other', lines.join('')],
  ['pretty objects one after the other', three.map((one) => JSON.stringify(one, null, 2)).join('\n')],
  ['pages of arrays', `${JSON.stringify(three.slice(0, 2))}\n${JSON.stringify(three.slice(2))}`],
  ['pages of envelopes', three.map((one) => JSON.stringify({ status_code: 1000, data: [one] })).join('\n')],
  ['a byte order mark', `\ufeff${JSON.stringify(three)}`],
  ['white space before and after', ` \n\t${JSON.stringify(three)}\n\n `],
];

describe('the objects of a feed', () => {
  for (const [layout, text] of layouts) {
    for (const size of [1, 7, 65_536]) {
      it(`are found in ${layout}, in chunks of ${size}`, async () => {
        const { items, values, failure } = await readAll(chunksOf(text, size));
        expect(failure).toBeUndefined();
        expect(values).toEqual(three);
        expect(items.map((item) => item.object)).toEqual([1, 2, 3]);
        expect(items.map((item): unknown => JSON.parse(item.raw))).toEqual(three);
      });
    }
  }

  it('can be a single one, bare or in an envelope', async () => {
    const [one] = three;
    expect((await readAll(chunksOf(JSON.stringify(one)))).values).toEqual([one]);
    expect((await readAll(chunksOf(JSON.stringify(one, null, 2)))).values).toEqual([one]);
    expect((await readAll(chunksOf(JSON.stringify({ data: one, status_code: 1000 })))).values).toEqual([one]);
    const withData = { id: '1', data: [{ id: 'not an object of the feed' }] };
    expect((await readAll(chunksOf(JSON.stringify(withData)))).values).toEqual([withData]);
  });

  it('can be none', async () => {
    for (const text of ['[]', '{"data":[],"status_code":1000}']) {
      const { items, failure } = await readAll(chunksOf(text));
      expect({ items, failure }).toEqual({ items: [], failure: undefined });
    }
  });

  it('say on which line and at which byte they begin', async () => {
    const text = '[\n  {"id":"ä"},\n\n  {"id":"2"}\n]';
    const { items } = await readAll(chunksOf(text, 5));
    expect(items.map(({ line, byteOffset }) => ({ line, byteOffset }))).toEqual([
      { line: 2, byteOffset: 4 },
      { line: 4, byteOffset: Buffer.byteLength(text.slice(0, text.indexOf('{"id":"2"}'))) },
    ]);
  });

  it('are the same however the bytes are cut and spaced', async () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 }), { maxKeys: 5 });
    const spaced = fc.record({
      objects: fc.array(object, { maxLength: 6 }),
      indent: fc.constantFrom(0, 1, 2),
      around: fc.constantFrom('array', 'envelope', 'lines'),
      size: fc.integer({ min: 1, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(spaced, async ({ objects, indent, around, size }) => {
        // An object of envelope fields alone is an envelope, and one line of it is not an object of the feed.
        const feed = objects.map((one, index) => ({ id: index, ...one }));
        const text =
          around === 'lines'
            ? feed.map((one) => JSON.stringify(one)).join('\n')
            : JSON.stringify(around === 'array' ? feed : { data: feed, status_code: 1000 }, null, indent);
        const { values, failure } = await readAll(chunksOf(text, size));
        expect(failure?.notice.code).toBe(text === '' ? 'empty_input' : undefined);
        expect(values).toEqual(JSON.parse(JSON.stringify(feed)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('reading goes on after a broken object', () => {
  const cases: readonly (readonly [what: string, text: string, good: readonly string[], bad: number])[] = [
    ['bad JSON in an array', '[{"id":"1"},{"id":NaN},{"id":"3"}]', ['1', '3'], 1],
    ['a closing brace is missing in an array', '[{"id":"1"},{"id":"2","a":{"b":1},{"id":"3"}]', ['1', '3'], 1],
    ['brackets are crossed', '[{"id":"1"},{"id":"2","evses":[{"uid":1]},{"id":"3"}]', ['1', '3'], 1],
    ['a bracket is missing', '[{"id":"1"},{"id":"2","evses":[{"uid":1}},{"id":"3"}]', ['1', '3'], 1],
    ['a brace is one too many', '[{"id":"1"}},{"id":"2"}]', ['1', '2'], 0],
    ['a quote is missing, pretty', '[\n{"id":"1"},\n{\n"id":"2,\n"x":1\n},\n{"id":"3"}\n]', ['1', '3'], 1],
    ['the first line is broken', '{"id":"1","x\n{"id":"2"}\n{"id":"3"}\n', ['2', '3'], 1],
    ['a line is cut', '{"id":"1"}\n{"id":"2","x":[1,\n{"id":"3"}\n', ['1', '3'], 1],
    ['a line is no object', '{"id":"1"}\nhello, world\n{"id":"3"}\n', ['1', '3'], 1],
    ['text follows an object', '{"id":"1"} oops\n{"id":"3"}', ['1', '3'], 1],
  ];
  for (const [what, text, good, bad] of cases) {
    it(`when ${what}`, async () => {
      for (const size of [1, 4, 65_536]) {
        const { items, values, failure } = await readAll(chunksOf(text, size));
        expect(failure).toBeUndefined();
        expect(values).toMatchObject(good.map((id) => ({ id })));
        const broken = items.filter((item) => !item.ok);
        expect(broken.map((item) => item.notice.code)).toEqual(Array(bad).fill('bad_json'));
      }
    });
  }

  it('and says what and where', async () => {
    const { items } = await readAll(chunksOf('{"id":"1"}\n{"id":\n{"id":"3"}\n'));
    expect(items[1]).toMatchObject({ ok: false, object: 2, line: 2, raw: '{"id":' });
    expect(items[1]).toHaveProperty('notice.parameters.problem', expect.stringContaining('JSON'));
  });

  it('when something else stands in the place of an object', async () => {
    const { values } = await readAll(chunksOf('[1, "two", null, [4], {"id":"5"}]', 3));
    expect(values).toEqual([1, 'two', null, [4], { id: '5' }]);
  });

  it('when an object is too large, without holding it', async () => {
    const large = (letters: number): string => JSON.stringify({ id: '2', name: 'x'.repeat(letters) });
    const small = (id: string): string => JSON.stringify({ id });
    for (const join of [',', '\n']) {
      const text = [small('1'), large(5000), small('3'), large(2000), small('5')].join(join);
      const { items, values } = await readAll(chunksOf(join === ',' ? `[${text}]` : text, 100), {
        maxObjectBytes: 1000,
      });
      expect(values).toEqual([{ id: '1' }, { id: '3' }, { id: '5' }]);
      expect(items.filter((item) => !item.ok).map((item) => [item.object, item.notice])).toEqual([
        [2, { code: 'object_too_large', path: '', parameters: { limit: 1000 } }],
        [4, { code: 'object_too_large', path: '', parameters: { limit: 1000 } }],
      ]);
    }
  });

  it('when an object is not UTF-8, with the byte', async () => {
    const bytes = Buffer.from('[{"id":"1"},{"id":"Mönkeloh"},{"id":"3"}]', 'latin1');
    const { items, values } = await readAll(chunksOf(bytes, 9));
    expect(values).toEqual([{ id: '1' }, { id: '3' }]);
    expect(items[1]).toMatchObject({ ok: false, raw: '{"id":"Mönkeloh"}' });
    expect(items[1]).toHaveProperty('notice', {
      code: 'not_utf8',
      path: '',
      parameters: { byte: bytes.indexOf(0xf6) },
    });
  });
});

describe('constant memory', () => {
  it('holds for a line of 100 MB', async () => {
    async function* endless(): AsyncGenerator<Uint8Array, void, undefined> {
      yield await Promise.resolve(Buffer.from('{"id":"1"}\n{"id":"2","name":"'));
      for (let chunk = 0; chunk < 100; chunk++) yield Buffer.alloc(1024 * 1024, 'x');
      yield Buffer.from('"}\n{"id":"3"}\n');
    }
    const before = process.memoryUsage();
    const { items, values } = await readAll(endless(), { maxObjectBytes: 1024 * 1024 });
    const after = process.memoryUsage();
    expect(values).toEqual([{ id: '1' }, { id: '3' }]);
    expect(items[1]).toMatchObject({ ok: false, object: 2, line: 2 });
    expect(items[1]?.raw.length).toBeLessThan(100_000);
    expect(after.heapUsed - before.heapUsed).toBeLessThan(40 * 1024 * 1024);
  });

  it('holds for a feed that is handed over in one piece', async () => {
    const text = `[${Array.from({ length: 20_000 }, (_, index) => `{"id":"${index}"}`).join(',')}]`;
    let most = 0;
    const { values } = await readAll(chunksOf(text, text.length));
    for (const value of values) most = Math.max(most, Number((value as { id: string }).id));
    expect([values.length, most]).toEqual([20_000, 19_999]);
  });
});
