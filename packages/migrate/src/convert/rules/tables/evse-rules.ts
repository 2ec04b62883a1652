import type { Rule } from '../effect.ts';

export const evseRules = {
  evse_made: {
    effect: 'guessed',
    meaning:
      'The group only counts its connectors, or says no id; an EVSE was made up for each, with an id of our own.',
    advice: 'Take ids from v3, or from v2 evses/bulk; ours are of no use to any API.',
  },
  connector_id_made: {
    effect: 'defaulted',
    meaning: 'v2 does not name this connector; it was numbered within its EVSE.',
    advice: 'Take connector ids from v3.',
  },
  modified_made: {
    effect: 'defaulted',
    meaning: 'Nothing says when the EVSE was last heard of; the time of the conversion was taken.',
    advice: 'Ask v3 for the live status.',
  },
  modified_of_station: {
    effect: 'guessed',
    meaning: 'The EVSE was given the time at which its station was last updated.',
    advice: 'Ask v3 for the live status.',
  },
  merged_in_group: {
    effect: 'dropped',
    meaning:
      'v2 says it once of a group of alike connectors; where they differ, or one of them does not say it, this one cannot be told.',
    advice: 'Read EVSEs and connectors from v3.',
  },
  spread_in_group: {
    effect: 'replaced',
    meaning:
      'v2 says it of a group of alike connectors, so that it seems to hold for this one too, which does not say it.',
    advice: 'Read EVSEs and connectors from v3.',
  },
  groups_from_evses: {
    effect: 'restated',
    meaning: 'Groups and counts follow from the EVSEs on the other side.',
    advice: 'Nothing.',
  },
  count_contradicts: {
    effect: 'dropped',
    meaning: 'The count is not what the listed EVSEs give; theirs holds.',
    advice: 'Count EVSEs by status; do not trust counts.',
  },
} as const satisfies Record<string, Rule>;
