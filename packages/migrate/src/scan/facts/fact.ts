/** What a rule looks at: a literal or a name in a file, with what stands around it, whatever the language. */

export type FactKind = 'string' | 'number' | 'name';

/**
 * What a name is there: `access` reads a member, `key` declares or names one (field, property, object key, getter),
 * `plain` is everything else, such as a local variable or a type.
 */
export type NameRole = 'access' | 'key' | 'plain';

export interface Fact {
  readonly kind: FactKind;
  /** A string without its quotes; the literal or the name otherwise. */
  readonly text: string;
  /** Offset of `text` in the file. */
  readonly start: number;
  readonly role: NameRole;
  /** Names that say what a literal is for, nearest first: its key, its variable, what it is compared with or passed to. */
  readonly context: () => string;
}

export interface FileFacts {
  readonly facts: Iterable<Fact>;
  /** The syntax is broken somewhere; what could be read is there. */
  readonly broken: boolean;
}
