/** Peers for people. */
import type { PeerView } from './peer-view.ts';

export function inOneLine({ name, state, link, roles, pushed }: PeerView): string {
  const parties = roles.map((role) => `${role.countryCode}/${role.partyId}`).join(' ');
  const trouble = pushed === undefined || pushed.failures === 0 ? '' : `  ${String(pushed.failures)} pushes failed`;
  return `${name}  ${state}  ${link === undefined ? '-' : `OCPI ${link.version}`}  ${parties || '-'}${trouble}`;
}

export function inFull(view: PeerView): string {
  const { link, received, pushed, roles, sharesParties } = view;
  const lines = [inOneLine(view)];
  for (const role of roles)
    lines.push(`  ${role.countryCode}/${role.partyId} ${role.role ?? ''} ${role.name}`.trimEnd());
  if (sharesParties === true) lines.push('  may share its parties with other peers');
  if (link !== undefined) {
    lines.push(`  versions ${link.versionsUrl}, token sent ${link.form === 'raw' ? 'as it is' : 'as Base64'}`);
    for (const endpoint of link.endpoints)
      lines.push(`  ${endpoint.identifier} ${endpoint.role ?? ''} ${endpoint.url}`);
  }
  const counts = Object.entries(received).map(([what, count]) => `${String(count)} ${what}`);
  lines.push(`  received: ${counts.join(', ') || 'nothing'}`);
  if (pushed !== undefined) {
    lines.push(`  pushed: ${String(pushed.sent)}, refused by it: ${String(pushed.refused)}, at ${String(pushed.seq)}`);
    const { lastRefusal: last } = pushed;
    if (last !== undefined) lines.push(`  last refused: ${last.object} at ${last.at}: ${last.answer}`);
    if (pushed.lastProblem !== undefined)
      lines.push(`  problem: ${pushed.lastProblem}, again at ${pushed.nextTryAt ?? '-'}`);
    if (pushed.skippedAt !== undefined) lines.push(`  gave up a backlog at ${pushed.skippedAt}: the peer has to pull`);
  }
  return lines.join('\n');
}
