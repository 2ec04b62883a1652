/** The page that problem details lead to. */
import type { RefusalEntry } from '../../refusal/catalogue.ts';
import { refusalCatalogue } from '../../refusal/catalogue.ts';
import type { Html } from './html.ts';
import { html } from './html.ts';

export function errorsPage(): Html {
  return html`<main id="content">
    <h1>Errors</h1>
    <p>
      Every reason for which a request is refused. Each API puts it into the error body of its own contract. Give the
      <code>X-Correlation-ID</code> of an answer to the operator of the server when you ask about it.
    </p>
    ${Object.entries<RefusalEntry>(refusalCatalogue).map(
      ([code, { status, title, when, action }]) =>
        html`<section id="${code}">
          <h2><code>${code}</code> <small>${status} ${title}</small></h2>
          <p>${when}</p>
          <p>What to do: ${action.replace(/\{(\w+)\}/g, '<$1>')}</p>
        </section>`,
    )}
  </main>`;
}
