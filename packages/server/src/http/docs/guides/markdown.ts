/** A page of docs/ as HTML. Raw HTML in it stays text; a link to what is not served becomes plain words. */
import type { MarkdownIt, Token } from 'markdown-it';
import type { Html } from '../html.ts';

export interface RenderedMarkdown {
  readonly title: string;
  readonly body: Html;
}

/** @param isServed whether a path of this server, such as `/docs/gateway.md`, can be followed */
export type RenderMarkdown = (text: string, path: string, isServed: (path: string) => boolean) => RenderedMarkdown;

/** Loaded when a page is first asked for: 40 ms that no start has to wait. */
export async function markdownRenderer(): Promise<RenderMarkdown> {
  const { default: markdownIt } = await import('markdown-it');
  const markdown: MarkdownIt = markdownIt({ html: false });
  return (text, path, isServed) => {
    const tokens = markdown.parse(withoutMarks(text), {});
    nameHeadings(tokens);
    const links = tokens.flatMap(({ children }) => children ?? []);
    for (const token of links) if (token.type === 'image') turnIntoText(token);
    unlink(links, (href) => !leadsSomewhere(href, path, isServed));
    return { title: titleOf(tokens), body: { html: markdown.renderer.render(tokens, markdown.options, {}) } };
  };
}

/** Marks between which a tool writes a part of a page anew. */
function withoutMarks(text: string): string {
  return text.replace(/^<!--.*-->$/gm, '');
}

/** Anchors as code hosts make them, so that links between pages work here and there. */
function nameHeadings(tokens: readonly Token[]): void {
  const taken = new Map<string, number>();
  for (const [at, token] of tokens.entries()) {
    if (token.type !== 'heading_open') continue;
    const name = textOf(tokens[at + 1])
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-');
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    token.attrSet('id', before === 0 ? name : `${name}-${String(before)}`);
  }
}

function titleOf(tokens: readonly Token[]): string {
  return textOf(tokens[tokens.findIndex(({ type }) => type === 'heading_open') + 1]);
}

function textOf(inline: Token | undefined): string {
  return (inline?.children ?? []).map(({ content }) => content).join('');
}

function turnIntoText(image: Token): void {
  image.type = 'text';
}

/** Links do not nest, so that the next end is that of the last beginning. */
function unlink(tokens: readonly Token[], isDead: (href: string) => boolean): void {
  let isOpenDead = false;
  for (const token of tokens) {
    if (token.type === 'link_open') isOpenDead = isDead(String(token.attrGet('href') ?? ''));
    if (!isOpenDead || (token.type !== 'link_open' && token.type !== 'link_close')) continue;
    token.tag = 'span';
    token.attrs = null;
  }
}

const HERE = 'http://here.invalid';

function leadsSomewhere(href: string, path: string, isServed: (path: string) => boolean): boolean {
  const url = URL.parse(href, HERE + path);
  if (url === null) return false;
  return url.origin === HERE ? isServed(url.pathname) : url.protocol === 'https:' || url.protocol === 'http:';
}
