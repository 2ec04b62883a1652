import type { Rule } from '../effect.ts';

export const idRules = {
  station_id_dropped: {
    effect: 'dropped',
    meaning: 'v3 has one id, that of the pool; several stations of one pool become several objects with the same id.',
    advice: 'Key by poolId before you migrate.',
  },
  pool_id_missing: {
    effect: 'guessed',
    meaning: 'There is no poolId; the station id was taken, which v3 may not know.',
    advice: 'Ask v2 for the pool; its id is the one v3 knows.',
  },
  id_prefix_dropped: {
    effect: 'replaced',
    meaning: 'Of a v3 id only the last part counts; what stands before it comes back as here:evcp:charginglocation.',
    advice: 'Compare the last part of ids only.',
  },
  content_id_dropped: {
    effect: 'replaced',
    meaning: 'OCPI knows a location by the id of its operator, not by the id v3 gives it.',
    advice: 'Keep a table of both ids if both sides are used.',
  },
  content_id_made: {
    effect: 'replaced',
    meaning:
      'The v3 id was derived from source, country, party and id; it is not the one another vendor gives the location.',
    advice: 'Name the same --source as your server does, so that ids agree with it.',
  },
  evse_global_id: {
    effect: 'dropped',
    meaning: 'The global id that v3 gives an EVSE has no place; it follows from the location id and uid.',
    advice: 'Key EVSEs by uid or evseId.',
  },
} as const satisfies Record<string, Rule>;
