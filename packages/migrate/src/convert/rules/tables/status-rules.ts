import type { Rule } from '../effect.ts';

export const statusRules = {
  state_ambiguous: {
    effect: 'ambiguous',
    meaning:
      'The v2 state stands for two statuses of v3; the one that claims less was taken (guide, status mapping table).',
    advice: 'Ask v3 for the live status.',
  },
  state_unknown: {
    effect: 'dropped',
    meaning: 'The state is none of v2; the status is UNKNOWN.',
    advice: 'Check the spelling.',
  },
  state_contradicts: {
    effect: 'dropped',
    meaning: 'The EVSE is listed twice with different states; the first one holds.',
    advice: 'Ask v3 for the live status.',
  },
  status_unknown: {
    effect: 'dropped',
    meaning: 'The status is none of v3 that is known; UNKNOWN stands in its place.',
    advice: 'Check the spelling, or use a newer pantograph.',
  },
  status_merged: {
    effect: 'replaced',
    meaning: 'v2 has one state for this status and another (guide, status mapping table).',
    advice: 'Read statuses from v3 where the difference matters.',
  },
  removed_evse: {
    effect: 'dropped',
    meaning: 'v2 does not list EVSEs that were removed.',
    advice: 'Nothing, unless you show what is gone.',
  },
  removed_evse_hidden: {
    effect: 'dropped',
    meaning: 'The published dialect of v3 has no REMOVED, so that such EVSEs are left out.',
    advice: 'Use the dialect v3, which has it.',
  },
  planned_as_inoperative: {
    effect: 'replaced',
    meaning: 'The published dialect of v3 has no PLANNED; inoperative stands for it.',
    advice: 'Use the dialect v3, which has it.',
  },
} as const satisfies Record<string, Rule>;
