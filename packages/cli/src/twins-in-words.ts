/** Twins as text for people. */
import type { ReportedFinding, ReportedPlace, ReportedTwins, TwinCounts } from '@pantograph/server';
import { counted } from './progress.ts';

export function placeInWords({ contentId, key, name, aliasOf, evses, hidden }: ReportedPlace): string {
  const title = [key.source, key.id, name].filter((part) => part !== undefined).join(' ');
  const share =
    hidden === 0
      ? `all ${counted(evses)} EVSEs are shown`
      : `${counted(hidden)} of ${counted(evses)} EVSEs are shown elsewhere`;
  return `${contentId} (${title}): ${aliasOf === undefined ? share : `not shown, an alias of ${aliasOf}`}`;
}

const reasons: Readonly<Record<ReportedTwins['reason'], string>> = {
  pinned: 'it is pinned',
  live: 'no other location was heard of lately',
  first: 'of those heard of lately it was there first',
};

export function twinsInWords({ id, reason, copies }: ReportedTwins): string {
  const shown = copies.find(({ isShown }) => isShown);
  const told = copies.find(({ isTold }) => isTold);
  const lines = copies.map(
    ({ contentId, key, address, evse, status, heardAt, isShown, isTold }) =>
      `  ${isShown ? 'shown ' : 'hidden'} ${contentId} (${key.source} ${key.id}, ${address})\n` +
      `         EVSE ${evse.uid}: ${status.status} at ${status.observedAt}${isTold ? ', the status shown' : ''}; ` +
      `location last heard of at ${heardAt}`,
  );
  return [
    `${id}: ${counted(copies.length)} locations tell of it. ${shown?.contentId ?? ''} shows it, since ${reasons[reason]}.`,
    ...lines,
    ...(told === shown ? [] : [`  ${told?.contentId ?? ''} saw it last, so that its status is shown.`]),
    '',
  ].join('\n');
}

const findings: Readonly<Record<ReportedFinding['finding'], string>> = {
  apart: 'they are too far apart to be one',
  tooMany: 'more locations have it than one EVSE can have',
  split: 'it was decided that they are no twins',
};

export function findingInWords({ id, finding, places }: ReportedFinding): string {
  return `${id}: several locations have it and show it (${places.slice(0, 5).join(', ')}); ${findings[finding]}.`;
}

export function countsInWords(counts: TwinCounts): string {
  const { differing, findings: found } = counts;
  const rows: readonly (readonly [number, string])[] = [
    [counts.evses, 'EVSEs that several locations tell of, shown once'],
    [counts.hiddenEvses, 'copies of them that are not shown'],
    [counts.inThreeOrMore, 'of them in three locations or more'],
    [counts.severalLive, 'of them in several locations that are live'],
    [counts.acrossSources, 'of them in several sources'],
    [counts.acrossParties, 'of them in several parties'],
    [differing.status, 'whose copies differ in status'],
    [differing.address, 'whose copies differ in address'],
    [differing.coordinates, `whose copies differ in coordinates, by up to ${counted(counts.furthestMetres)} m`],
    [differing.connectors, 'whose copies differ in connectors or power'],
    [counts.aliases, 'locations that are not shown: aliases'],
    [counts.partlyHidden, 'locations of which some EVSEs are not shown'],
    [found.apart, 'ids whose locations are too far apart to be twins'],
    [found.tooMany, 'ids that too many locations have'],
    [found.split, 'ids that were split by decision'],
  ];
  return rows.map(([count, what]) => `${counted(count).padStart(9)}  ${what}\n`).join('');
}
