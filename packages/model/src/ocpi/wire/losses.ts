import type { ConversionNotice } from '../../notice/index.ts';

/** Collects what a conversion to one target costs. Paths are JSON pointers into the source object. */
export class Losses {
  readonly notices: ConversionNotice[] = [];
  readonly #target: string;

  constructor(target: string) {
    this.#target = target;
  }

  dropField(path: string, value: unknown): void {
    if (value === undefined) return;
    this.#add('field_dropped', path, {});
  }

  dropValue(path: string, value: string): void {
    this.#add('value_dropped', path, { value });
  }

  replaceValue(path: string, value: string, replacement: string): void {
    this.#add('value_replaced', path, { value, replacement });
  }

  fillDefault(path: string, replacement: string | number): void {
    this.#add('default_filled', path, { replacement });
  }

  /** Values of an enumeration that the target knows; the rest is dropped and said. */
  keepKnown(path: string, values: readonly string[] | undefined, known: ReadonlySet<string>): string[] | undefined {
    return values?.filter((value, at) => {
      if (known.has(value)) return true;
      this.dropValue(`${path}/${at}`, value);
      return false;
    });
  }

  keepIfKnown(path: string, value: string | undefined, known: ReadonlySet<string>): string | undefined {
    if (value === undefined || known.has(value)) return value;
    this.dropValue(path, value);
    return undefined;
  }

  #add(code: ConversionNotice['code'], path: string, parameters: Record<string, string | number>): void {
    const field = path.slice(path.lastIndexOf('/') + 1);
    this.notices.push({ code, path, parameters: { field, target: this.#target, ...parameters } });
  }
}

/** A copy without the given fields. */
export function without<T extends object, K extends keyof T>(value: T, ...fields: readonly K[]): Omit<T, K> {
  const copy = { ...value };
  for (const field of fields) Reflect.deleteProperty(copy, field);
  return copy;
}
