/** `/docs`: the API in a browser, made on the server from the OpenAPI document, with nothing from elsewhere. */
import { readFileSync } from 'node:fs';
import { Refused } from '../../refusal/refused.ts';
import { answer } from '../answer.ts';
import { renderProblem } from '../problem.ts';
import type { MountedSurface } from '../surface.ts';
import { readApiDescription } from './api-description.ts';
import { apiPage } from './api-page.ts';
import { errorsPage } from './errors-page.ts';
import { page } from './page.ts';

export interface ShownApi {
  /** The page is `/docs/<name>`; the first one is `/docs` too. */
  readonly name: string;
  /** Where the document itself is served. */
  readonly documentPath: string;
  /** The document; asked for once. */
  load(): Promise<unknown>;
}

const safe = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'max-age=300',
} as const;

export function docsSurface(apis: readonly ShownApi[]): MountedSurface {
  const pages = new Map<string, () => Promise<string>>([
    ['errors', () => Promise.resolve(page('Errors', errorsPage()))],
  ]);
  for (const api of apis)
    pages.set(
      api.name,
      once(() => pageOf(api)),
    );
  const [first] = apis;
  const style = readFileSync(new URL('docs.css', import.meta.url));
  const script = readFileSync(new URL('docs.js', import.meta.url));

  return {
    name: 'docs',
    paths: ['/docs/'],
    access: 'open',
    refuse: renderProblem,
    async handle(request) {
      if (request.method !== 'GET') {
        throw new Refused('method_not_allowed', { cause: `${request.method} was sent`, allowed: 'GET, HEAD' });
      }
      const name = new URL(request.url).pathname.replace(/^\/docs\/?/, '');
      if (name === 'docs.css')
        return answer(style, { headers: { ...safe, 'content-type': 'text/css; charset=utf-8' } });
      if (name === 'docs.js') {
        return answer(script, { headers: { ...safe, 'content-type': 'text/javascript; charset=utf-8' } });
      }
      const make = pages.get(name === '' ? (first?.name ?? 'errors') : name);
      if (make === undefined) return undefined;
      return answer(await make(), { headers: { ...safe, 'content-type': 'text/html; charset=utf-8' } });
    },
  };
}

async function pageOf(api: ShownApi): Promise<string> {
  const description = readApiDescription(await api.load());
  return page(description.info.title, apiPage(description, api.documentPath));
}

/** A failure is not kept: the next caller tries again. */
function once(make: () => Promise<string>): () => Promise<string> {
  let made: Promise<string> | undefined;
  return () => {
    made ??= make().catch((error: unknown) => {
      made = undefined;
      throw error;
    });
    return made;
  };
}
