/** The pages of docs/, read and rendered when they are asked for. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { page } from '../page.ts';
import type { RenderMarkdown } from './markdown.ts';
import { markdownRenderer } from './markdown.ts';

export interface Guides {
  /** @param name such as `migrating`, or `decisions/0009-gateway` */
  readonly has: (name: string) => boolean;
  /** The whole page. */
  readonly page: (name: string) => Promise<string>;
}

/** docs/ of the source tree, which this server runs from. */
export const guidesDirectory = fileURLToPath(new URL('../../../../../../docs/', import.meta.url));

/** None where the directory is not there. */
export function openGuides(directory: string): Guides {
  const names = existsSync(directory) ? namesIn(directory) : [];
  const known = new Set(names);
  const isServed = (path: string): boolean => path.startsWith('/docs/') && known.has(nameOf(path));
  const made = new Map<string, string>();
  let renderer: Promise<RenderMarkdown> | undefined;
  return {
    has: (name) => known.has(name),
    async page(name) {
      renderer ??= markdownRenderer();
      const render = await renderer;
      const kept = made.get(name);
      if (kept !== undefined) return kept;
      const { title, body } = render(readFileSync(`${directory}/${name}.md`, 'utf8'), `/docs/${name}.md`, isServed);
      const whole = page(title, withNavigation(body, name, pagesOf(directory, names)));
      made.set(name, whole);
      return whole;
    },
  };
}

/** Of `/docs/gateway` and of `/docs/gateway.md`, which is how the pages link to each other. */
export function nameOf(path: string): string {
  return path.replace(/^\/docs\//, '').replace(/\.md$/, '');
}

function namesIn(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => file.replaceAll('\\', '/').replace(/\.md$/, ''))
    .toSorted();
}

interface Entry {
  readonly name: string;
  readonly title: string;
}

/** Decisions are led to from where they matter. */
function pagesOf(directory: string, names: readonly string[]): readonly Entry[] {
  return names
    .filter((name) => !name.includes('/'))
    .map((name) => ({ name, title: headingOf(readFileSync(`${directory}/${name}.md`, 'utf8')) ?? name }));
}

function headingOf(text: string): string | undefined {
  return /^# +(.+)$/m.exec(text)?.[1]?.replaceAll('`', '');
}

function withNavigation(body: Html, shown: string, pages: readonly Entry[]): Html {
  return html`<nav aria-label="Guides">
      <p><a href="/docs">API reference</a></p>
      <h2>Guides</h2>
      <ul>
        ${pages.map(
          ({ name, title }) =>
            html`<li>
              <a href="/docs/${name}.md" ${name === shown ? html`aria-current="page"` : undefined}>${title}</a>
            </li>`,
        )}
      </ul>
    </nav>
    <main id="content" class="guide">${body}</main>`;
}
