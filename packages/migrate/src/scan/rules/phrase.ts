/** Cases of rules are said once, and written out in each language by a phrase book. */

export type Phrase =
  /** A named constant. */
  | { readonly say: 'text'; readonly name: string; readonly value: string }
  | { readonly say: 'number'; readonly name: string; readonly value: number }
  | { readonly say: 'numbers'; readonly name: string; readonly values: readonly number[] }
  /** Members read one after the other, from a variable on. */
  | { readonly say: 'read'; readonly path: readonly string[] }
  /** A field of a type of the client's own. */
  | { readonly say: 'declare'; readonly field: string }
  | { readonly say: 'compare'; readonly path: readonly string[]; readonly value: string | number }
  | { readonly say: 'switch'; readonly on: string; readonly value: string }
  /** A named parameter of a request. */
  | { readonly say: 'argument'; readonly name: string; readonly value: string }
  /** The first of a list that was read. */
  | { readonly say: 'first'; readonly path: readonly string[] }
  /** A class or function of a library. */
  | { readonly say: 'use'; readonly thing: string }
  | { readonly say: 'comment'; readonly text: string };

export const text = (name: string, value: string): Phrase => ({ say: 'text', name, value });
export const number = (name: string, value: number): Phrase => ({ say: 'number', name, value });
export const numbers = (name: string, ...values: readonly number[]): Phrase => ({ say: 'numbers', name, values });
export const read = (...path: readonly string[]): Phrase => ({ say: 'read', path });
export const declare = (field: string): Phrase => ({ say: 'declare', field });
export const compare = (path: readonly string[], value: string | number): Phrase => ({ say: 'compare', path, value });
export const switchOn = (on: string, value: string): Phrase => ({ say: 'switch', on, value });
export const argument = (name: string, value: string): Phrase => ({ say: 'argument', name, value });
export const first = (...path: readonly string[]): Phrase => ({ say: 'first', path });
export const use = (thing: string): Phrase => ({ say: 'use', thing });
export const comment = (words: string): Phrase => ({ say: 'comment', text: words });
