/** Work that may be done at once: most answers need no promise, and are then sent without one. */
export type Eventually<T> = T | Promise<T>;

export function chain<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return value instanceof Promise ? value.then(next) : next(value);
}

/** What `work` comes to, or what is made of its failure, thrown or rejected. */
export function settle<T>(work: () => Eventually<T>, failed: (error: unknown) => Eventually<T>): Eventually<T> {
  try {
    const value = work();
    return value instanceof Promise ? value.catch(failed) : value;
  } catch (error) {
    return failed(error);
  }
}
