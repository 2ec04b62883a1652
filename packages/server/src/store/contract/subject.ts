/** What the contract suite is told about an implementation. */
import type { Store } from '../store.ts';

export interface StoreSubject {
  readonly name: string;
  /** A place where nothing is stored yet. */
  place(): StorePlace;
  /** Why a place can be opened only once, in words; absent where it can be opened by several, and again. */
  readonly opensOnce?: string;
}

export interface StorePlace {
  open(): Store;
  /** When every store opened here is closed. */
  clear(): void;
}

/** What a test is given: stores that are closed and cleared away when it is over. */
export interface Bench {
  /** A new, empty store. */
  readonly fresh: () => Store;
  /** A new place, to be opened more than once. */
  readonly place: () => StorePlace;
}
