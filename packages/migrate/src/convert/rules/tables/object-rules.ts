import type { Rule } from '../effect.ts';

export const objectRules = {
  without_id: {
    effect: 'refused',
    meaning: 'The object has no id, so that nobody could find it again.',
    advice: 'Ask the API again; every station, location and tariff has one.',
  },
  object_incomplete: {
    effect: 'refused',
    meaning: 'The object lacks what a location cannot be without; the example names it.',
    advice: 'Ask the API again; positions and ids are in every answer of stations and locations.',
  },
  part_incomplete: {
    effect: 'dropped',
    meaning: 'The part lacks what it cannot be without, and was left out; the example names what is missing.',
    advice: 'Compare it with what the API answers.',
  },
  not_this_form: {
    effect: 'refused',
    meaning: 'The object is not of the form that was named.',
    advice: 'Name the form with --from; forms can be told by their lists: evStations, items, data.',
  },
  no_position: {
    effect: 'refused',
    meaning:
      'The answer holds statuses only and says no position (v2 evses/bulk), so that no location can be made of it.',
    advice:
      'Convert what pools/bulk answers for the same ids: it has the position, and the states as connectorStatuses.',
  },
  error_answer: {
    effect: 'refused',
    meaning: 'The object is the answer to a request that failed.',
    advice: 'Repeat the request.',
  },
  xml_refused: {
    effect: 'refused',
    meaning: 'The XML is not well-formed, too large or too deep, or has a DOCTYPE or entities of its own.',
    advice: 'v2 sends none of these; ask the API again, or split the file.',
  },
} as const satisfies Record<string, Rule>;
