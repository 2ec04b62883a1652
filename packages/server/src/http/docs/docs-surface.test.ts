import { describe, expect, test } from 'vitest';
import { refusalCatalogue } from '../../refusal/catalogue.ts';
import { docsSurface } from './docs-surface.ts';

const api = (summary: string) =>
  JSON.stringify({
    openapi: '3.1.0',
    info: { title: 'Example <API>', version: '1.2.3', description: 'Tells `things`.' },
    servers: [{ url: '/v9' }],
    tags: [{ name: 'Things', description: 'What there is.' }],
    paths: {
      '/things/{id}': {
        get: {
          tags: ['Things'],
          summary,
          parameters: [
            { name: 'id', in: 'path', required: true, schema: { type: 'string', examples: ['a"b'] } },
            {
              name: 'limit',
              in: 'query',
              description: 'How many.',
              schema: { type: 'integer', minimum: 1, maximum: 9 },
            },
            {
              name: 'size',
              in: 'query',
              style: 'deepObject',
              schema: { type: 'object', properties: { width: { type: 'number', description: 'How wide.' } } },
            },
            { $ref: '#/components/parameters/Trace' },
          ],
          responses: {
            200: {
              description: 'A thing.',
              content: {
                'application/json': { schema: { $ref: '#/components/schemas/Thing' }, example: { id: '<x>' } },
              },
            },
            404: { $ref: '#/components/responses/Gone' },
          },
        },
        post: { tags: ['Things'], requestBody: { content: { 'application/json': { schema: { type: 'object' } } } } },
      },
    },
    components: {
      parameters: { Trace: { name: 'X-Request-ID', in: 'header', schema: { type: 'string' } } },
      responses: { Gone: { description: 'Nothing there.' } },
      schemas: {
        Thing: {
          type: 'object',
          required: ['id'],
          properties: {
            id: { type: 'string', description: 'Its name & more.' },
            colour: { enum: ['red', 'green'] },
            shape: { type: 'string', 'x-extensible-enum': ['round'] },
            parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
            inner: { type: 'object', properties: { depth: { type: ['integer', 'null'] } } },
          },
        },
      },
    },
  });

let document = api('One thing');
const surface = docsSurface([
  { name: 'v9', title: 'Nine', document: () => document },
  { name: 'v8', title: 'Eight', document: () => api('An older thing') },
]);
const context = { correlationId: 'id', now: new Date(0) };

async function get(path: string) {
  const response = await surface.handle(new Request(`http://localhost${path}`), context);
  return { response, status: response?.status, text: (await response?.text()) ?? '' };
}

describe('the page of an API', () => {
  test.each(['/docs', '/docs/', '/docs/v9'])('%s shows operations, parameters, answers and schemas', async (path) => {
    const { status, text } = await get(path);
    expect(status).toBe(200);
    for (const shown of [
      'Example &lt;API&gt;',
      '<code>things</code>',
      'What there is.',
      '/v9/things/{id}',
      'One thing',
      'How many.',
      'at most <code>9</code>',
      'X-Request-ID',
      'size[width]',
      'How wide.',
      'Nothing there.',
      'Its name &amp; more.',
      'href="#schema-Thing"',
      'id="schema-Thing"',
      'integer or null',
      'one of <code>red</code> <code>green</code>',
      'one of <code>round</code>, and others',
    ]) {
      expect(text.replace(/\s+/g, ' ')).toContain(shown);
    }
  });

  test('asks the operation from a form that works without a script, with the samples of the document', async () => {
    const { text } = await get('/docs');
    expect(text).toMatch(/<form[^>]+action="\/v9\/things\/\{id\}"/);
    expect(text).toContain('value="a&quot;b"');
    expect(text).toMatch(/name="limit"/);
    expect(text).not.toMatch(/name="X-Request-ID"/);
  });

  test('nothing in it comes from another server or runs inline, and its policy forbids both', async () => {
    const { response, text } = await get('/docs');
    expect(text).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(text).not.toMatch(/<script(?![^>]*src=)|\son\w+=|style="/);
    const policy = response?.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test('every place it links to is there', async () => {
    const { text } = await get('/docs');
    const ids = new Set([...text.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id));
    for (const [, target] of text.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target);
    for (const [, path] of text.matchAll(/(?:href|src)="(\/docs[^"#]*)"/g))
      expect((await get(path ?? '')).status).toBe(200);
  });

  test('leads to the other APIs', async () => {
    const { text } = await get('/docs');
    expect(text).toMatch(/<a href="\/docs\/v9" aria-current="page">Nine<\/a>/);
    expect(text).toMatch(/<a href="\/docs\/v8"\s*>Eight<\/a>/);
    expect((await get('/docs/v8')).text).toContain('An older thing');
  });

  test('follows its document', async () => {
    document = api('Another thing');
    expect((await get('/docs')).text).toContain('Another thing');
    expect(JSON.parse((await get('/openapi.json')).text)).toEqual(JSON.parse(document));
    expect(JSON.parse((await get('/docs/v9.json')).text)).toEqual(JSON.parse(document));
  });
});

test('what problem details lead to is explained', async () => {
  const { text } = await get('/docs/errors');
  for (const code of Object.keys(refusalCatalogue)) expect(text).toContain(`id="${code}"`);
});

test('a newcomer at / is shown the documentation', async () => {
  const { response, status } = await get('/');
  expect(status).toBe(307);
  expect(response?.headers.get('location')).toBe('/docs');
});

test.each(['/docs/nothing', '/docs/../package.json', '/docs/docs-surface.ts'])('%s is not there', async (path) => {
  expect((await get(path)).status).toBeUndefined();
});
