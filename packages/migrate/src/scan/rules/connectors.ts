/** Connector types: ids and names as values, and the fields that carry them. */
import {
  nameWords,
  nicknames,
  plainNameWords,
  plainNames,
  successorOfId,
  successorOfName,
} from './connector-values.ts';
import { argument, comment, compare, declare, number, numbers, read, text } from './phrase.ts';
import { alone, inV2, readsDiscovery } from './rule.ts';
import type { Evidence, Pattern, Rule } from './rule.ts';

const discoveryFilter = /\bevStation\b[\s\S]{0,2000}\bconnectorTypeIds\b/;
const idFields = /connector_?types?|plug_?types?|connector_?id/i;
/** Of a plug, and no count or measure of it. */
const plugs =
  /^(?!.*(?:count|number|num|total|index|length|max|min|size|limit|amount|volt|amp|power|port|timeout|delay))[\s\S]*(?:connector|plug|socket)/i;
/** Small numbers are too common. */
const commonIds = new Map([...successorOfId].filter(([each]) => Number(each) >= 29));
const idWords = ['connectortype', 'connector_type', 'plugtype', 'plug_type', 'connectorid', 'connector_id'];

function byNickname(needs: Evidence): Pattern[] {
  return nicknames.map(({ id, name, words }) => ({
    on: 'value',
    values: new Map([[String(id), successorOfId.get(String(id)) ?? '']]),
    context: name,
    needs,
    confidence: needs === 'file' ? 'high' : 'medium',
    words,
  }));
}

const id: Rule = {
  id: 'connector-id',
  title: 'Connector type by number',
  what: 'Connector type {text} of v2 is {becomes} in v3.',
  why: 'v3 names connector types as OCPI does; numbers mean nothing there. Discovery still filters by these ids (connectorTypeIds), lookup does not.',
  guide: 'connectorTypes',
  advice:
    'Use the standard of the guide’s table. 36 stands for three standards, of which the amperage decides; 43 is NACS only in North America, elsewhere it was often a Tesla plug (68).',
  effort: 'minutes',
  fix: 'yes',
  patterns: [
    ...byNickname('file'),
    { on: 'value', values: successorOfId, list: true, context: idFields, needs: 'file', confidence: 'high' },
    {
      on: 'string',
      values: successorOfId,
      list: true,
      text: /(?<=connectortype=)\d{1,2}(?:(?:,|%2C)\d{1,2})*/i,
      needs: 'none',
      confidence: 'high',
      words: ['connectortype='],
    },
    ...byNickname('project'),
    {
      on: 'value',
      values: successorOfId,
      list: true,
      context: idFields,
      // Discovery filters by these ids still.
      notAlongside: discoveryFilter,
      needs: 'project',
      confidence: 'medium',
      words: idWords,
    },
    {
      on: 'value',
      values: commonIds,
      list: true,
      context: plugs,
      needs: 'file',
      confidence: 'medium',
    },
    {
      on: 'value',
      values: successorOfId,
      list: true,
      context: /connector_?type_?id/i,
      needs: 'none',
      confidence: 'low',
      words: ['connectortypeid', 'connector_type_id'],
    },
  ],
  cases: {
    finds: [
      inV2(number('TYPE_2', 31)),
      inV2(number('CHADEMO', 29)),
      inV2(numbers('connectorTypes', 31, 34)),
      inV2(compare(['connector', 'connectorType', 'id'], '31')),
      inV2(compare(['connectorTypeId'], 33)),
      inV2(argument('connectortype', '30,31')),
      alone(text('query', 'https://charging.example/x?connectortype=31,34')),
    ],
    leaves: [
      alone(number('TYPE_2', 31)),
      alone(number('DAYS_IN_JANUARY', 31)),
      inV2(number('DAYS_IN_JANUARY', 31)),
      inV2(numbers('retryDelays', 5, 10, 31)),
      inV2(number('CONNECTOR_TYPE', 4711)),
      inV2(compare(['connector', 'count'], 3)),
      inV2(comment('31 is type 2')),
      alone(compare(['connector', 'type'], 'socket')),
    ],
  },
};

const name: Rule = {
  id: 'connector-name',
  title: 'Connector type by its v2 name',
  what: 'The name "{text}" of v2 is {becomes} in v3.',
  why: 'v3 states the standard and no such name; names have changed over time already.',
  guide: 'connectorTypes',
  advice: 'Compare standards; for people take commonName of /v3/countryMetadata or names of your own.',
  effort: 'minutes',
  fix: 'no',
  patterns: [
    { on: 'string', values: successorOfName, needs: 'project', confidence: 'high', words: nameWords },
    { on: 'string', values: successorOfName, needs: 'none', confidence: 'medium', words: nameWords },
    { on: 'string', values: plainNames, needs: 'project', confidence: 'medium', words: plainNameWords },
  ],
  cases: {
    finds: [
      alone(text('label', 'IEC 62196-2 type 2 (Mennekes)')),
      alone(text('label', 'JEVS G 105 (CHAdeMO)')),
      inV2(text('label', 'Tesla Connector')),
    ],
    leaves: [
      alone(text('label', 'Tesla Connector')),
      alone(text('label', 'IEC_62196_T2')),
      alone(comment('JEVS G 105 (CHAdeMO)')),
      inV2(text('label', 'Type 2')),
    ],
  },
};

const field: Rule = {
  id: 'connector-type-field',
  title: 'Field connectorType',
  what: '{text} is where v2 says the type of a connector; v3 says it in {becomes}.',
  why: 'A connector of v3 has a standard, a format and a power type; groups of equal connectors are connectorGroups.',
  guide: 'connectorTypes',
  advice: 'Read standard of a connector or of a connectorGroup.',
  effort: 'minutes',
  fix: 'partly',
  patterns: [
    {
      on: 'name',
      values: new Map([['connectortype', 'connectors[].standard']]),
      text: /^(?!connectortype$)/,
      needs: 'file',
      confidence: 'high',
    },
    {
      on: 'name',
      values: new Map([['connectortype', 'connectors[].standard']]),
      text: /^(?!connectortype$)/,
      needs: 'project',
      notAlongside: readsDiscovery,
      confidence: 'medium',
      words: ['connectortype', 'connector_type'],
    },
    {
      on: 'name',
      values: new Map([
        ['powerfeedtype', 'powerType, maxVoltage and maxCurrent'],
        ['chargecapacity', 'maxPower, maxVoltage and maxCurrent'],
        ['customerchargelevel', 'maxPower'],
        ['customerconnectorname', 'no field'],
        ['voltsrange', 'maxVoltage'],
        ['ampsrange', 'maxCurrent'],
        ['chargemode', 'powerType'],
        ['fixedcable', 'format (SOCKET or CABLE)'],
      ]),
      needs: 'file',
      confidence: 'medium',
    },
  ],
  cases: {
    finds: [
      inV2(read('connector', 'connectorType')),
      inV2(declare('connectorType')),
      inV2(read('connector', 'fixedCable')),
      inV2(declare('customerChargeLevel')),
    ],
    leaves: [
      alone(read('connector', 'connectorType')),
      inV2(read('connector', 'standard')),
      inV2(comment('connectorType')),
    ],
  },
};

export const connectorRules: readonly Rule[] = [id, name, field];
