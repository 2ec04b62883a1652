/** Writes docs/errors.md from the catalogue of refusals: `node tools/errors-page.ts`. A test keeps the page fresh. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import type { RefusalEntry } from '@pantograph/server';
import { refusalCatalogue } from '@pantograph/server';

export const pagePath = fileURLToPath(new URL('../docs/errors.md', import.meta.url));

/** The page as prettier would have it. */
export function errorsPage(): Promise<string> {
  const text = [
    '# Errors',
    '',
    'Generated from `packages/server/src/refusal/catalogue.ts` by `node tools/errors-page.ts`; edit the catalogue, not this page.',
    '',
    'Every reason for which a request is refused, on every surface. Each surface puts it into the error body of its own',
    'contract: v3 `ErrorResponse` or `GenericErrorResponse`, Search `ErrorResponse`, v2 `Type` and `Message`; surfaces of our',
    'own answer problem details (RFC 9457), whose `type` leads here. Every answer, errors included, carries',
    '`X-Correlation-ID`; give it to the operator of the server when you ask about an error.',
    '',
    ...Object.entries<RefusalEntry>(refusalCatalogue).flatMap(([code, { status, title, when, action }]) => [
      `## ${code}`,
      '',
      `**${String(status)} ${title}.** ${when}`,
      '',
      `What to do: ${action.replace(/\{(\w+)\}/g, (_, name: string) => `_${name}_`)}`,
      '',
    ]),
  ].join('\n');
  return prettier.format(text, { parser: 'markdown', printWidth: 120 });
}

if (import.meta.main) writeFileSync(pagePath, await errorsPage());
