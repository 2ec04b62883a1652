/** Pieces of pages. Texts from outside pass `escape`; everything else is markup already. */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (each) => entities[each] ?? '');
}

export function counted(count: number): string {
  return count.toLocaleString('en');
}

/** @param shown values and what they are */
export function figures(shown: readonly (readonly [value: string, name: string])[]): string {
  return `<dl class="figures">${shown.map(([value, name]) => `<div><dt>${name}</dt><dd>${value}</dd></div>`).join('')}</dl>`;
}

/** Nothing where there is nothing in it. */
export function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${title}</h2>${body}</section>`;
}

/** @param rows each a whole `<tr>`; nothing where there are none */
export function table(heads: readonly string[], rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `<div class="wide"><table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

export function numberCell(text: string): string {
  return `<td class="number">${text}</td>`;
}
