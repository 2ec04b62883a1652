/** The parameters of a request, each read once and by its name in errors. */
import { Refused } from '../refusal/refused.ts';

export interface Parameters {
  /**
   * `undefined` where the parameter is absent; blank or given more than once is refused.
   * @param allowed here and below: what would be right in place of nothing, for the error
   */
  text(name: string, allowed?: string): string | undefined;
  /** As `text`, of a parameter that must be there. */
  required(name: string, allowed: string): string;
  /** Every value of a parameter that may come more than once; blanks are refused. */
  texts(name: string, allowed?: string): readonly string[];
  /** Values between commas, blanks around them dropped, each once. */
  list(name: string, allowed?: string): readonly string[] | undefined;
  has(name: string): boolean;
  names(): readonly string[];
}

/** Longer lists are no question a person asks. */
const MAX_LIST = 100;

export function parametersOf(search: URLSearchParams): Parameters {
  function texts(name: string, allowed = 'a value'): readonly string[] {
    const values = search.getAll(name);
    if (values.some(isBlank)) throw invalid(name, 'is empty', `${allowed}, or leave it out`);
    return values;
  }
  function text(name: string, allowed?: string): string | undefined {
    const values = texts(name, allowed);
    if (values.length > 1) {
      const cause = `The parameter ${name} is given ${values.length} times`;
      throw new Refused('parameter_repeated', { parameter: name, cause });
    }
    return values[0];
  }
  function required(name: string, allowed: string): string {
    const values = search.getAll(name);
    const value = values.every(isBlank) ? undefined : text(name, allowed);
    if (value === undefined) throw missing(name, allowed, values.length === 0 ? 'is missing' : 'is empty');
    return value;
  }
  function list(name: string, allowed?: string): readonly string[] | undefined {
    const value = text(name, allowed);
    if (value === undefined) return undefined;
    const values = value.split(',', MAX_LIST + 1).map((part) => part.trim());
    if (values.length > MAX_LIST) throw invalid(name, `has more than ${MAX_LIST} values`, `at most ${MAX_LIST} values`);
    if (values.includes(''))
      throw invalid(name, 'has an empty value between commas', 'values with one comma between them');
    return [...new Set(values)];
  }
  return { text, required, texts, list, has: (name) => search.has(name), names: () => [...new Set(search.keys())] };
}

function isBlank(value: string): boolean {
  return value.trim() === '';
}

export function missing(parameter: string, allowed: string, fault = 'is missing'): Refused {
  return new Refused('parameter_missing', { parameter, cause: `The parameter ${parameter} ${fault}`, allowed });
}

/** @param fault continues "The parameter x ...", such as `is not a number: "abc"`. */
export function invalid(parameter: string, fault: string, allowed: string): Refused {
  return new Refused('parameter_invalid', { parameter, cause: `The parameter ${parameter} ${fault}`, allowed });
}

/** What was found, short enough to be read. */
export function quoted(value: string): string {
  return JSON.stringify(value.length > 80 ? `${value.slice(0, 77)}...` : value);
}

/** One of a closed list, exactly spelt; `undefined` where the parameter is absent. */
export function readChoice<const Value extends string>(
  parameters: Parameters,
  name: string,
  choices: readonly Value[],
): Value | undefined {
  const allowed = inWords(choices);
  const value = parameters.text(name, allowed);
  return value === undefined ? undefined : oneOf(name, value, choices, allowed);
}

/** "a, b or c". */
function inWords(choices: readonly string[]): string {
  return [choices.slice(0, -1).join(', '), ...choices.slice(-1)].filter((part) => part !== '').join(' or ');
}

/** Some of a closed list, between commas; none where the parameter is absent. */
export function readChoices<const Value extends string>(
  parameters: Parameters,
  name: string,
  choices: readonly Value[],
): readonly Value[] {
  const allowed = `a list of ${choices.join(', ')}`;
  return (parameters.list(name, allowed) ?? []).map((value) => oneOf(name, value, choices, allowed));
}

function oneOf<Value extends string>(name: string, value: string, choices: readonly Value[], allowed: string): Value {
  const found = choices.find((each) => each === value);
  if (found === undefined) throw invalid(name, `has the unknown value ${quoted(value)}`, allowed);
  return found;
}
