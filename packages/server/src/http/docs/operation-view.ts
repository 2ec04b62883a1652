/** One operation of an API: what it takes and gives, and a form that asks it. */
import type { ApiDescription, ApiResponse, MediaTypes, Operation, Parameter } from './api-description.ts';
import { resolve } from './api-description.ts';
import type { Html, HtmlContent } from './html.ts';
import { html, prose } from './html.ts';
import { limits, schemaBody, typeLine } from './schema-view.ts';

export interface ShownOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly parameters: readonly Parameter[];
}

export function operationAnchor({ method, path }: ShownOperation): string {
  return `${method}-${path.replace(/[^\w]+/g, '-').replace(/^-|-$/g, '')}`;
}

/** `base` is the path that the document's paths stand under. */
export function operationView(shown: ShownOperation, api: ApiDescription, base: string): Html {
  const { path, method, operation, parameters } = shown;
  const responses = Object.entries(operation.responses ?? {}).flatMap(([status, value]) => {
    const response = resolve<ApiResponse>(value, api.components?.responses);
    return response === undefined ? [] : [[status, response] as const];
  });
  return html`<section class="operation" id="${operationAnchor(shown)}">
    <h3>
      <span class="method">${method.toUpperCase()}</span>
      <code>${base}${path}</code>${operation.deprecated === true ? html` <em>deprecated</em>` : undefined}
    </h3>
    ${operation.summary === undefined ? undefined : html`<p class="summary">${operation.summary}</p>`}
    ${prose(operation.description)} ${parameters.length === 0 ? undefined : parameterTable(parameters)}
    ${
      operation.requestBody?.content === undefined
        ? undefined
        : html`<h4>Body</h4>
            ${content(operation.requestBody.content)}`
    }
    ${method === 'get' ? tryForm(base + path, parameters) : undefined}
    <h4>Answers</h4>
    ${responses.map(
      ([status, response]) =>
        html`<details>
          <summary><code>${status}</code> ${response.description}</summary>
          ${response.content === undefined ? undefined : content(response.content)}
        </details>`,
    )}
  </section>`;
}

function parameterTable(parameters: readonly Parameter[]): Html {
  return html`<h4>Parameters</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Type</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${parameters.map(
          (parameter) =>
            html`<tr>
              <th scope="row">
                <code>${parameter.name}</code>
                <small>${parameter.in}</small>${parameter.required === true ? html` <em>required</em>` : undefined}
              </th>
              <td>${typeLine(parameter.schema ?? {})}</td>
              <td>${prose(parameter.description)}${limits(parameter.schema ?? {})}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** A plain form: it works without a script, which only keeps the answer on the page and fills in paths. */
function tryForm(path: string, parameters: readonly Parameter[]): Html {
  const fields = parameters.filter((parameter) => parameter.in === 'query' || parameter.in === 'path');
  return html`<details class="try">
    <summary>Try it</summary>
    <form method="get" action="${path}" data-path="${path}">
      ${fields.map(
        (field) =>
          html`<label
            ><span>${field.name}</span>
            <input
              name="${field.name}"
              data-in="${field.in}"
              value="${initialValue(field)}"
              ${field.required === true ? html`required` : undefined}
          /></label>`,
      )}
      <button type="submit">Send</button>
    </form>
    <pre class="command" aria-label="the same as a command" hidden></pre>
    <output hidden></output>
  </details>`;
}

function initialValue({ required, example, schema }: Parameter): string {
  const given: unknown = example ?? firstOf(schema?.['examples']) ?? schema?.['example'];
  if (given === undefined || required !== true) return '';
  if (Array.isArray(given)) return given.join(',');
  return typeof given === 'string' ? given : JSON.stringify(given);
}

function firstOf(values: unknown): unknown {
  return Array.isArray(values) ? values[0] : undefined;
}

function content(mediaTypes: MediaTypes): HtmlContent {
  return Object.entries(mediaTypes).map(([type, { schema, example, examples }]) => {
    const shown = example ?? Object.values(examples ?? {})[0]?.value;
    return html`<p><code>${type}</code></p>
      ${schema === undefined ? undefined : schemaBody(schema)}${
        shown === undefined
          ? undefined
          : html`<pre>${typeof shown === 'string' ? shown : JSON.stringify(shown, undefined, 2)}</pre>`
      }`;
  });
}
