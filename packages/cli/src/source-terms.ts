/** The terms on which a peer's data is kept, set where a peer is invited or registered with. */
import { openStore } from './data-directory.ts';

export interface TermsOptions {
  readonly data: string;
  readonly attribution?: string;
  readonly licence?: string;
  readonly redistribute?: boolean;
}

/** What is not said stays as it is. */
export async function setTerms(name: string, options: TermsOptions): Promise<void> {
  const said = Object.entries({
    attribution: options.attribution,
    licence: options.licence,
    redistribute: options.redistribute,
  }).filter(([, value]) => value !== undefined);
  const store = openStore(options.data);
  try {
    const known = store.sources().find((source) => source.name === name);
    if (known === undefined || said.length > 0) await store.putSource({ ...known, name, ...Object.fromEntries(said) });
  } finally {
    await store.close();
  }
}
