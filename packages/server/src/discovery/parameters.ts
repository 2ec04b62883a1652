/** The parameters of a request, each read once and by its name in errors. */
import { Refused } from '../refusal/refused.ts';

export interface Parameters {
  /** `undefined` where the parameter is absent; blank or given more than once is refused. */
  text(name: string): string | undefined;
  /** Every value of a parameter that may come more than once; blanks are refused. */
  texts(name: string): readonly string[];
  /** Values between commas, blanks around them dropped, each once. */
  list(name: string): readonly string[] | undefined;
  names(): readonly string[];
}

/** Longer lists are no question a person asks. */
const MAX_LIST = 100;

export function parametersOf(search: URLSearchParams): Parameters {
  function texts(name: string): readonly string[] {
    const values = search.getAll(name);
    if (values.some((value) => value.trim() === '')) throw invalid(name, 'is empty', 'a value, or leave it out');
    return values;
  }
  function text(name: string): string | undefined {
    const values = texts(name);
    if (values.length > 1) {
      const cause = `The parameter ${name} is given ${values.length} times`;
      throw new Refused('parameter_repeated', { parameter: name, cause });
    }
    return values[0];
  }
  function list(name: string): readonly string[] | undefined {
    const value = text(name);
    if (value === undefined) return undefined;
    const values = value.split(',', MAX_LIST + 1).map((part) => part.trim());
    if (values.length > MAX_LIST) throw invalid(name, `has more than ${MAX_LIST} values`, `at most ${MAX_LIST} values`);
    if (values.includes(''))
      throw invalid(name, 'has an empty value between commas', 'values with one comma between them');
    return [...new Set(values)];
  }
  return { text, texts, list, names: () => [...new Set(search.keys())] };
}

/** @param fault continues "The parameter x ...", such as `is not a number: "abc"`. */
export function invalid(parameter: string, fault: string, allowed: string): Refused {
  return new Refused('parameter_invalid', { parameter, cause: `The parameter ${parameter} ${fault}`, allowed });
}

/** What was found, short enough to be read. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value);
}

/** One of a closed list, exactly spelt. */
export function oneOf<const Value extends string>(name: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find((each) => each === value);
  if (found === undefined) throw invalid(name, `has the unknown value ${quoted(value)}`, allowed.join(', '));
  return found;
}
