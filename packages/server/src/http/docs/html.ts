/** HTML as a value: what is put into a template is escaped unless it is HTML already. */
export interface Html {
  readonly html: string;
}

export type HtmlContent = Html | string | number | undefined | readonly HtmlContent[];

export function html(parts: TemplateStringsArray, ...contents: readonly HtmlContent[]): Html {
  let text = parts[0] ?? '';
  for (const [index, content] of contents.entries()) text += render(content) + (parts[index + 1] ?? '');
  return { html: text };
}

function render(content: HtmlContent): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escape(content);
  if (typeof content === 'number') return String(content);
  if ('html' in content) return content.html;
  return content.map(render).join('');
}

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => escapes.get(char) ?? char);
}

/** Prose of an API description: paragraphs, and `code` between backticks. */
export function prose(text: string | undefined): Html | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const paragraphs = text.trim().split(/\n{2,}/);
  return html`${paragraphs.map((paragraph) => html`<p>${inline(paragraph)}</p>`)}`;
}

function inline(text: string): HtmlContent {
  return text.split('`').map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
