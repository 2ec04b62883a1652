/** Statuses of EVSEs and connectors. */
import { statuses, statusesOfLegacyState } from '@pantograph/model/vocabulary';
import { comment, compare, read, switchOn, text } from './phrase.ts';
import { alone, inV2 } from './rule.ts';
import type { Rule } from './rule.ts';

/** States of v2 that v3 has not, with the statuses they may be, the most careful one first. */
const successorsOfState: ReadonlyMap<string, string> = new Map(
  [...new Set(statuses.map(({ state }) => state))]
    .map((state) => [state, statusesOfLegacyState(state)] as const)
    .filter(([state, candidates]) => !candidates.some((status) => status === state))
    .map(([state, candidates]) => [state, candidates.join(' or ')]),
);

/** Hardly an English word, whatever stands around it. */
const distinctive = new Map([...successorsOfState].filter(([state]) => /^OCCUPIED$|_/.test(state)));

/** Every file says "other" somewhere. */
const lessCommon = new Map([...successorsOfState].filter(([state]) => state !== 'OTHER'));
const stateWords = [...lessCommon.keys()].map((state) => state.toLowerCase());

const otherStates = /\b(?:OCCUPIED|OUT_OF_SERVICE)\b/;

const namesOf = (values: ReadonlyMap<string, string>): Map<string, string> =>
  new Map([...values].map(([state, becomes]) => [state.replaceAll('_', '').toLowerCase(), becomes]));

const upperCase = /^[A-Z_]+$/;

const status: Rule = {
  id: 'status-value',
  title: 'Status value of v2',
  what: 'The state {text} of v2 is {becomes} in v3.',
  why: 'v3 has the statuses of OCPI; three states of v2 stand for two statuses each. Search still says the states of v2.',
  guide: 'statuses',
  advice: 'Compare with the statuses of OCPI; where one state was two, name both.',
  effort: 'minutes',
  fix: 'yes',
  patterns: [
    { on: 'string', values: successorsOfState, context: /stat(e|us)/i, needs: 'file', confidence: 'high' },
    { on: 'string', values: distinctive, needs: 'file', confidence: 'medium' },
    {
      on: 'string',
      values: lessCommon,
      context: /stat(e|us)/i,
      needs: 'project',
      confidence: 'medium',
      words: stateWords,
    },
    {
      on: 'name',
      text: upperCase,
      values: namesOf(distinctive),
      needs: 'project',
      confidence: 'medium',
      words: stateWords,
    },
    {
      on: 'name',
      text: upperCase,
      values: namesOf(successorsOfState),
      roles: ['key'],
      alongside: otherStates,
      needs: 'project',
      confidence: 'medium',
      words: stateWords,
    },
    {
      on: 'string',
      values: successorsOfState,
      context: /stat(e|us)/i,
      alongside: otherStates,
      needs: 'project',
      confidence: 'medium',
      words: stateWords,
    },
    {
      on: 'name',
      text: upperCase,
      values: namesOf(lessCommon),
      before: /stat(e|us)\w*\W{1,2}$/i,
      roles: ['access'],
      needs: 'project',
      confidence: 'medium',
      words: stateWords,
    },
  ],
  cases: {
    finds: [
      inV2(compare(['evse', 'state'], 'OCCUPIED')),
      inV2(switchOn('status', 'OUT_OF_SERVICE')),
      inV2(text('defaultState', 'OTHER')),
      inV2(read('EvseState', 'OCCUPIED')),
    ],
    leaves: [
      alone(compare(['evse', 'state'], 'OCCUPIED')),
      inV2(compare(['evse', 'state'], 'AVAILABLE')),
      inV2(text('reason', 'OTHER')),
      inV2(text('mode', 'OFFLINE')),
      inV2(comment('state OCCUPIED')),
    ],
  },
};

const cpoWords = ['cpoevse', 'cpo_evse', 'cpoconnector', 'cpo_connector'];

const field: Rule = {
  id: 'status-field',
  title: 'Field state',
  what: '{text} is where v2 says the state of an EVSE; v3 says it in {becomes}.',
  why: 'An EVSE of v3 has a status and when it was learned; its connectors have none of their own.',
  guide: 'statuses',
  advice: 'Read status of evses[].',
  effort: 'minutes',
  fix: 'partly',
  patterns: [
    {
      on: 'name',
      values: new Map([['state', 'evses[].status']]),
      before: /(?:evse|connector_?status)s?(?:\[\w+\])?\W{1,3}(?:get)?$/i,
      roles: ['access'],
      needs: 'project',
      confidence: 'medium',
      words: ['evse', 'connectorstatus', 'connector_status'],
    },
    {
      on: 'name',
      values: new Map([
        ['cpoevseemi3id', 'evses[].evseId'],
        ['cpoevseid', 'evses[].uid'],
        ['cpoconnectorid', 'evses[].connectors[].id'],
      ]),
      needs: 'project',
      confidence: 'medium',
      words: cpoWords,
    },
    {
      on: 'name',
      values: new Map([['state', 'evses[].status']]),
      before: /\b(?:interface|type|class|struct)\s+\w*evse\w*[^{}]*\{[^{}]*$/i,
      needs: 'project',
      confidence: 'medium',
      words: ['evse'],
    },
    // Beside the one above in the same declaration, or read off an EVSE in the same file.
    ...[
      { values: new Map([['id', 'evses[].uid']]), before: /\bevse\W{1,3}$/i, alongside: /cpo_?evse/i },
      { values: new Map([['id', 'evses[].uid']]), after: /^\??:\s*\w+\s*[;,]?\s*(?:readonly\s+)?cpoEvse/ },
      { values: new Map([['state', 'evses[].status']]), before: /cpoEvse\w+\??:\s*\w+\s*[;,]?\s*(?:readonly\s+)?$/ },
    ].map((pattern) => ({
      ...pattern,
      on: 'name' as const,
      needs: 'project' as const,
      confidence: 'medium' as const,
      words: cpoWords,
    })),
  ],
  cases: {
    finds: [inV2(read('evse', 'state')), inV2(read('evse', 'cpoEvseEMI3Id'))],
    leaves: [inV2(read('store', 'state')), alone(read('evse', 'state')), inV2(read('evse', 'status'))],
  },
};

export const statusRules: readonly Rule[] = [status, field];
