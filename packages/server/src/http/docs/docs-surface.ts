/** `/docs`: the APIs in a browser, made on the server from their OpenAPI documents, and the guides; nothing comes from elsewhere. */
import { readFileSync } from 'node:fs';
import { Refused } from '../../refusal/refused.ts';
import { answer } from '../answer.ts';
import { renderProblem } from '../problem.ts';
import type { MountedSurface } from '../surface.ts';
import { readApiDescription } from './api-description.ts';
import { apiPage } from './api-page.ts';
import { errorsPage } from './errors-page.ts';
import { guidesDirectory, nameOf, openGuides } from './guides/guides.ts';
import { MIGRATION_PATH, VENDOR_GUIDE } from './guides/migration.ts';
import { page } from './page.ts';

interface ShownApi {
  /** The page is `/docs/<name>`, its document `/docs/<name>.json`; those of the first are `/docs` and `/openapi.json` too. */
  readonly name: string;
  /** In the links from one API to another. */
  readonly title: string;
  /** The OpenAPI document as JSON text; asked for every time, because its samples follow the data. */
  document(): string;
}

const safe = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cache-control': 'max-age=300',
} as const;

type Make = () => Response;

/** @param directory of the guides; default docs/ of the source tree */
export function docsSurface(apis: readonly ShownApi[], directory = guidesDirectory): MountedSurface {
  const guides = openGuides(directory);
  const errors = page('Errors', errorsPage());
  const pages = new Map<string, Make>([
    ['/', () => answer('', { status: 307, headers: { location: '/docs' } })],
    ['/docs/errors', () => htmlAnswer(errors)],
    ['/docs/docs.css', file('docs.css', 'text/css')],
    ['/docs/docs.js', file('docs.js', 'text/javascript')],
  ]);
  // A tree without docs/: what clients were led to is somewhere all the same.
  if (!guides.has(nameOf(MIGRATION_PATH))) {
    pages.set(MIGRATION_PATH, () => answer('', { status: 307, headers: { location: VENDOR_GUIDE } }));
  }
  for (const api of apis) {
    const { name } = api;
    const rendered = remembered((text) => pageOf(text, name, apis));
    const showPage = () => htmlAnswer(rendered(api.document()));
    const showDocument = () => answer(api.document(), { headers: { ...safe, 'content-type': 'application/json' } });
    pages.set(`/docs/${name}`, showPage).set(`/docs/${name}.json`, showDocument);
    if (!pages.has('/docs')) pages.set('/docs', showPage).set('/openapi.json', showDocument);
  }

  return {
    name: 'docs',
    paths: ['/', '/docs/', '/openapi.json'],
    access: 'open',
    refuse: renderProblem,
    handle({ method, url }) {
      if (method !== 'GET') {
        throw new Refused('method_not_allowed', { cause: `${method} was sent`, allowed: 'GET, HEAD' });
      }
      const { pathname } = new URL(url);
      const path = pathname === '/' ? pathname : pathname.replace(/\/$/, '');
      const made = pages.get(path)?.();
      if (made !== undefined) return made;
      const guide = path.startsWith('/docs/') ? nameOf(path) : '';
      return guides.has(guide) ? guides.page(guide).then(htmlAnswer) : undefined;
    },
  };
}

function pageOf(document: string, name: string, apis: readonly ShownApi[]): string {
  const description = readApiDescription(JSON.parse(document));
  return page(description.info.title, apiPage(description, { documentPath: `/docs/${name}.json`, name, apis }));
}

function htmlAnswer(text: string): Response {
  return answer(text, { headers: { ...safe, 'content-type': 'text/html; charset=utf-8' } });
}

function file(name: string, type: string): Make {
  const bytes = readFileSync(new URL(name, import.meta.url));
  return () => answer(bytes, { headers: { ...safe, 'content-type': `${type}; charset=utf-8` } });
}

/** Makes anew only what was made from another text. */
function remembered(make: (text: string) => string): (text: string) => string {
  let last: { readonly text: string; readonly made: string } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, made: make(text) };
    return last.made;
  };
}
