/** The parameters `categories`, `chains`, `foodTypes` and `name` of browse. Source: contract search. */
import { CATEGORY_PATTERN, vehiclesOfCategory } from '@pantograph/model/search';
import { foldedWords } from '../atlas/search-text.ts';
import type { Condition } from './condition.ts';
import type { Parameters } from './parameters.ts';
import { invalid, quoted } from './parameters.ts';
import { eitherCase } from './read-ev-station.ts';

/** What a value is, for the error, and the form of the whole list. */
interface ListForm {
  readonly item: string;
  readonly list: string;
}

const categoryForm: ListForm = {
  item: 'category id',
  list: 'a list of category ids such as 700-7600-0322 or branches such as 700-7600, each with ! in front to exclude it',
};
const chainForm: ListForm = {
  item: 'partner id',
  list: 'a list of operator partner ids, each with ! in front to exclude it',
};
const foodTypeForm: ListForm = {
  item: 'food type id',
  list: 'a list of food type ids such as 800-057, each with ! in front to exclude it',
};
const NAME_FORM = 'words of a name';

export function readBrowseFilters(parameters: Parameters): readonly Condition[] {
  return [readCategories(parameters), readChains(parameters), readFoodTypes(parameters), readName(parameters)].flatMap(
    (condition) => (condition === undefined ? [] : [condition]),
  );
}

interface Choice {
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}

function choiceOf(name: string, parameters: Parameters, pattern: RegExp, form: ListForm): Choice | undefined {
  const values = parameters.list(name, form.list);
  if (values === undefined) return undefined;
  for (const value of values) {
    if (pattern.test(value.replace(/^!/, ''))) continue;
    throw invalid(name, `has ${quoted(value)}, which is no ${form.item}`, form.list);
  }
  return {
    wanted: values.filter((value) => !value.startsWith('!')),
    unwanted: values.filter((value) => value.startsWith('!')).map((value) => value.slice(1)),
  };
}

/** A category of other places than for charging matches nothing here. */
function readCategories(parameters: Parameters): Condition | undefined {
  const choice = choiceOf('categories', parameters, CATEGORY_PATTERN, categoryForm);
  if (choice === undefined) return undefined;
  const none = new Set(choice.unwanted.flatMap(vehiclesOfCategory));
  const any = new Set(choice.wanted.flatMap(vehiclesOfCategory));
  const vehicles = choice.wanted.length === 0 ? { none } : { any: [any], none };
  return { parameter: 'categories', filter: { vehicles } };
}

function readChains(parameters: Parameters): Condition | undefined {
  const choice = choiceOf('chains', parameters, /^[\w.:-]{1,64}$/, chainForm);
  if (choice === undefined) return undefined;
  const { wanted, unwanted } = choice;
  return {
    parameter: 'chains',
    filter: {
      ...(wanted.length === 0 ? {} : { operatorIds: [eitherCase(wanted)] }),
      ...(unwanted.length === 0 ? {} : { exceptOperatorIds: eitherCase(unwanted) }),
    },
  };
}

/** Nothing is eaten at a charging station: a kind of food that is wanted leaves none of them. */
function readFoodTypes(parameters: Parameters): Condition | undefined {
  const choice = choiceOf('foodTypes', parameters, /^\d{3}(?:-\d{3})?$/, foodTypeForm);
  if (choice === undefined || choice.wanted.length === 0) return undefined;
  return { parameter: 'foodTypes', filter: { vehicles: { any: [new Set()] } } };
}

function readName(parameters: Parameters): Condition | undefined {
  const name = parameters.text('name', NAME_FORM);
  if (name === undefined) return undefined;
  const words = foldedWords(name.slice(0, MAX_NAME));
  if (words.length === 0) throw invalid('name', `has no letter and no digit: ${quoted(name)}`, NAME_FORM);
  return { parameter: 'name', filter: { nameWords: words } };
}

/** Characters; what comes behind them distinguishes no place. */
const MAX_NAME = 200;
