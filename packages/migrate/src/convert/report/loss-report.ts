/** What a whole run cost, counted by rule and path. Its size is bounded by the number of different paths, not of objects. */
import type { Conversion } from '../converter.ts';
import type { Form, Words } from '../form.ts';
import type { Effect } from '../rules/effect.ts';
import { isLoss } from '../rules/effect.ts';
import type { RuleCode } from '../rules/rule-table.ts';
import { isCatalogueCode, sentenceOf } from '../rules/reading-rules.ts';
import { isRuleCode, ruleOf } from '../rules/rule-table.ts';
import type { Finding } from './ledger.ts';

export interface Example {
  /** Of the object, as it says. */
  readonly id: string;
  readonly path: string;
  readonly value?: unknown;
  /** What the catalogue says of it. */
  readonly message?: string;
  /** File and line, where there are any. */
  readonly where?: string;
}

export interface ReportLine {
  /** In whose words the path is. */
  readonly words: Words;
  /** JSON pointer; `*` stands for the place in a list. */
  readonly path: string;
  readonly count: number;
  readonly allowed: boolean;
  readonly example: Example;
}

export interface ReportedRule {
  readonly rule: RuleCode;
  readonly effect: Effect;
  readonly meaning: string;
  readonly advice: string;
  readonly count: number;
  readonly paths: readonly ReportLine[];
}

export interface Report {
  readonly from: Form;
  readonly to: Form;
  readonly objects: { readonly read: number; readonly converted: number; readonly refused: number };
  /** Findings by which something is lost and that are not allowed. */
  readonly losses: number;
  readonly rules: readonly ReportedRule[];
}

/** A rule, or a rule and the path it is allowed at, which all below it shares: such as `field_dropped:/energyMix`. */
export type Allowance = { readonly rule: RuleCode; readonly path?: string };

/** @returns the text itself where it names no rule */
export function allowanceOf(text: string): Allowance | string {
  const [code = '', path] = text.split(/:(.*)/s, 2);
  if (!isRuleCode(code)) return code;
  return path === undefined || path === '' ? { rule: code } : { rule: code, path };
}

interface Line {
  readonly rule: RuleCode;
  readonly words: Words;
  readonly path: string;
  count: number;
  readonly example: Example;
}

/** Unknown fields can have any name; beyond these, they share a line per rule. */
const MOST_LINES = 2_000;
const OTHER_PATHS = '/…';
const MOST_VALUE_CHARACTERS = 120;
const MOST_PATH_CHARACTERS = 200;

export class LossReport {
  readonly #forms: { readonly from: Form; readonly to: Form };
  readonly #allowed: readonly Allowance[];
  readonly #lines = new Map<string, Line>();
  #read = 0;
  #converted = 0;

  constructor(forms: { readonly from: Form; readonly to: Form }, allowed: readonly Allowance[] = []) {
    this.#forms = forms;
    this.#allowed = allowed;
  }

  /** @param where file and line, for people */
  add(conversion: Conversion, where?: string): void {
    this.#read++;
    if (conversion.object !== undefined) this.#converted++;
    this.addFindings(conversion, where);
  }

  /** Of what is no object of its own, such as a tariff that is only referred to. */
  addFindings({ id, findings }: Pick<Conversion, 'id' | 'findings'>, where?: string): void {
    for (const finding of findings) this.#count(finding, id, where);
  }

  /** Input in which no object could be made out. */
  refuse(rule: RuleCode, value: unknown, words: Words, where?: string): void {
    this.#read++;
    this.#count({ rule, words, path: '', value }, '', where);
  }

  get result(): Report {
    const byRule = new Map<RuleCode, ReportLine[]>();
    for (const { rule, ...line } of this.#lines.values()) {
      const lines = byRule.get(rule) ?? [];
      byRule.set(rule, lines);
      lines.push({ ...line, allowed: this.#isAllowed(rule, line.path) });
    }
    const rules = Array.from(byRule, ([rule, lines]): ReportedRule => {
      const count = lines.reduce((sum, line) => sum + line.count, 0);
      return { rule, ...ruleOf(rule), count, paths: lines.toSorted((one, other) => other.count - one.count) };
    }).toSorted((one, other) => other.count - one.count);
    return {
      ...this.#forms,
      objects: { read: this.#read, converted: this.#converted, refused: this.#read - this.#converted },
      losses: rules.reduce((sum, rule) => sum + lossesOf(rule), 0),
      rules,
    };
  }

  #isAllowed(rule: RuleCode, path: string): boolean {
    return this.#allowed.some(
      (one) => one.rule === rule && (one.path === undefined || path === one.path || path.startsWith(`${one.path}/`)),
    );
  }

  #count({ rule, words, path, value, parameters }: Finding, id: string, where: string | undefined): void {
    const pattern = patternOf(path);
    const key = `${rule} ${words} ${pattern}`;
    const line = this.#lines.get(key);
    if (line !== undefined) line.count++;
    else if (this.#lines.size < MOST_LINES || pattern === OTHER_PATHS) {
      const example = {
        id,
        path: path.slice(0, MOST_PATH_CHARACTERS),
        ...(value === undefined ? {} : { value: shown(value) }),
        ...(parameters === undefined || !isCatalogueCode(rule) ? {} : { message: sentenceOf(rule, parameters) }),
        ...(where === undefined ? {} : { where }),
      };
      this.#lines.set(key, { rule, words, path: pattern, count: 1, example });
    } else this.#count({ rule, words, path: OTHER_PATHS, value }, id, where);
  }
}

function lossesOf({ effect, paths }: ReportedRule): number {
  if (!isLoss(effect)) return 0;
  return paths.reduce((sum, { allowed, count }) => sum + (allowed ? 0 : count), 0);
}

/** The same few paths come again and again. */
const patterns = new Map<string, string>();
const MOST_PATTERNS = 20_000;

export function patternOf(path: string): string {
  const known = patterns.get(path);
  if (known !== undefined) return known;
  const pattern = path.slice(0, MOST_PATH_CHARACTERS).replace(/\/\d+(?=\/|$)/g, '/*');
  if (patterns.size >= MOST_PATTERNS) patterns.clear();
  patterns.set(path, pattern);
  return pattern;
}

function shown(value: unknown): unknown {
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return value;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST_VALUE_CHARACTERS ? `${text.slice(0, MOST_VALUE_CHARACTERS)}…` : text;
}
