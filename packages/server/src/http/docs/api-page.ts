/** The page of an API, made from its OpenAPI document. */
import type { ApiDescription, Operation, Parameter } from './api-description.ts';
import { eachField, methods, resolve } from './api-description.ts';
import { MIGRATION_PATH } from './guides/migration.ts';
import type { Html } from './html.ts';
import { html, prose } from './html.ts';
import type { ShownOperation } from './operation-view.ts';
import { operationAnchor, operationView } from './operation-view.ts';
import { schemaAnchor, schemaBody } from './schema-view.ts';

interface Place {
  readonly documentPath: string;
  /** Of this API among all that are shown. */
  readonly name: string;
  readonly apis: readonly { readonly name: string; readonly title: string }[];
}

export function apiPage(api: ApiDescription, { documentPath, name, apis }: Place): Html {
  const operations = operationsOf(api);
  const groups = Map.groupBy(operations, ({ operation }) => operation.tags?.[0] ?? 'Other');
  const described = new Map(api.tags?.map((tag) => [tag.name, tag.description]));
  const schemas = Object.entries(api.components?.schemas ?? {});
  const base = basePath(api);
  return html`<nav aria-label="Operations">
      ${apis.length < 2 ? undefined : apiLinks(name, apis)}
      ${[...groups].map(
        ([tag, members]) =>
          html`<h2>${tag}</h2>
            <ul>
              ${members.map(operationLink)}
            </ul>`,
      )}
      <h2>Guides</h2>
      <ul>
        <li><a href="${MIGRATION_PATH}">From v2 to v3</a></li>
      </ul>
      <h2>Schemas</h2>
      <ul>
        ${schemas.map(([name]) => html`<li><a href="#${schemaAnchor(name)}">${name}</a></li>`)}
      </ul>
    </nav>
    <main id="content">
      <h1>${api.info.title} <small>${api.info.version}</small></h1>
      <p><a href="${documentPath}">OpenAPI document</a> · <a href="/docs/errors">Errors</a></p>
      ${prose(api.info.description)}
      <form class="credentials">
        <label
          ><span>API key, used by <em>Try it</em> and kept nowhere</span>
          <input name="key" type="password" autocomplete="off" spellcheck="false"
        /></label>
      </form>
      ${[...groups].map(
        ([tag, members]) =>
          html`<h2>${tag}</h2>
            ${prose(described.get(tag))}${members.map((shown) => operationView(shown, api, base))}`,
      )}
      <h2>Schemas</h2>
      ${schemas.map(
        ([name, schema]) =>
          html`<section class="schema" id="${schemaAnchor(name)}">
            <h3>${name}</h3>
            ${prose(description(schema))}${schemaBody(schema)}
          </section>`,
      )}
    </main>`;
}

function apiLinks(shown: string, apis: Place['apis']): Html {
  return html`<h2>APIs</h2>
    <ul>
      ${apis.map(
        ({ name, title }) =>
          html`<li><a href="/docs/${name}" ${name === shown ? html`aria-current="page"` : undefined}>${title}</a></li>`,
      )}
    </ul>`;
}

function operationLink(shown: ShownOperation): Html {
  return html`<li>
    <a href="#${operationAnchor(shown)}"><span class="method">${shown.method.toUpperCase()}</span> ${shown.path}</a>
  </li>`;
}

function operationsOf(api: ApiDescription): readonly ShownOperation[] {
  return Object.entries(api.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation: Operation | undefined = item[method];
      if (operation === undefined) return [];
      const listed = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
      const parameters = listed.flatMap((value) => resolve<Parameter>(value, api.components?.parameters) ?? []);
      return [{ path, method, operation, parameters: parameters.flatMap(eachField) }];
    }),
  );
}

/** The path of the first server; the page asks the server that it came from, whatever host that names. */
function basePath({ servers }: ApiDescription): string {
  const url = servers?.[0]?.url ?? '/';
  return new URL(url, 'http://localhost').pathname.replace(/\/$/, '');
}

function description({ description: found }: Readonly<Record<string, unknown>>): string | undefined {
  return typeof found === 'string' ? found : undefined;
}
