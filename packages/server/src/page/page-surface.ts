/** `/`: the map page, with nothing from elsewhere. */
import { answer } from '../http/answer.ts';
import { renderProblem } from '../http/problem.ts';
import type { MountedSurface } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import type { BuiltPage, PageFile } from './built-page.ts';

export interface PageSettings {
  /** A MapLibre style in place of the offline map; an https URL. */
  readonly styleUrl?: string;
  /** Path of a stream of changes, where this server has one. */
  readonly eventsPath?: string;
}

const PLACE_OF_SETTINGS = 'name="pantograph-settings" content="{}"';

export function pageSurface(page: BuiltPage, settings: PageSettings = {}): MountedSurface {
  const index = withSettings(page.index, settings);
  const policy = policyFor(settings);
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': policy,
    'cache-control': 'no-cache',
  };
  return {
    name: 'page',
    paths: ['/', '/assets/'],
    access: 'open',
    refuse: renderProblem,
    handle(request) {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        throw new Refused('method_not_allowed', { cause: `${request.method} was sent`, allowed: 'GET, HEAD' });
      }
      const { pathname } = new URL(request.url);
      if (pathname === '/') return answer(index, { headers });
      const file = page.files.get(pathname);
      return file === undefined ? undefined : fileAnswer(file, policy, request.headers.get('accept-encoding'));
    },
  };
}

/** Names of files change with their content, so that they may be kept for ever. A worker goes by the policy of its own script. */
function fileAnswer({ type, bytes, brotli }: PageFile, policy: string, acceptEncoding: string | null): Response {
  const headers = {
    'content-type': type,
    'content-security-policy': policy,
    'cache-control': 'public, max-age=31536000, immutable',
  };
  if (brotli === undefined || !takesBrotli(acceptEncoding)) return answer(bytes, { headers });
  return answer(brotli, { headers: { ...headers, 'content-encoding': 'br', vary: 'Accept-Encoding' } });
}

function withSettings(index: string, settings: PageSettings): string {
  if (!index.includes(PLACE_OF_SETTINGS)) throw new Error('the page has no place for its settings');
  const text = JSON.stringify(settings).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return index.replace(PLACE_OF_SETTINGS, () => PLACE_OF_SETTINGS.replace('{}', text));
}

/** A style from elsewhere names servers of its own for tiles, fonts and images. */
function policyFor({ styleUrl }: PageSettings): string {
  const elsewhere = styleUrl === undefined ? '' : ' https:';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${elsewhere}`,
    `connect-src 'self'${elsewhere}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What was compressed beforehand is better than what the edge would make, so that preference has no part in this. */
function takesBrotli(acceptEncoding: string | null): boolean {
  return (acceptEncoding ?? '').split(',').some((part) => /^\s*br\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(part));
}
