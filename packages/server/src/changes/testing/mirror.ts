/** A consumer as docs/changes.md tells people to write one, and what it should end with. */
import type { ChargingLocation } from '@pantograph/model/v3';
import type { ChangesUnderTest } from './changes-under-test.ts';

export interface ChangeLine {
  readonly cursor: string;
  readonly type: 'upsert' | 'status' | 'remove' | 'alias' | 'end' | 'dropped' | 'test';
  readonly contentId?: string;
  readonly location?: ChargingLocation;
  readonly evseUid?: string;
  readonly status?: string;
  readonly modified?: string;
  readonly reason?: string;
  readonly shownAs?: string;
  readonly source?: string;
  readonly more?: boolean;
}

export type Mirror = Map<string, ChargingLocation>;

/** Fields that neither counts of statuses nor the calendar move. */
export const mirrorFields = 'address,evses,emsps';

export function linesIn(text: string): readonly ChangeLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as ChangeLine);
}

export function applyLine(mirror: Mirror, line: ChangeLine): void {
  const { type, contentId = '', location, evseUid, status, modified } = line;
  const known = mirror.get(contentId);
  if (type === 'upsert' && location !== undefined) mirror.set(contentId, location);
  else if (type === 'remove' || type === 'alias') mirror.delete(contentId);
  else if (type === 'status' && known !== undefined) {
    const evses = (known.evses ?? []).map((evse) =>
      evse.uid === evseUid ? ({ ...evse, status, modified } as typeof evse) : evse,
    );
    mirror.set(contentId, { ...known, evses });
  }
}

/** All that lookup shows of the places that are `wanted`. */
export async function shownBy(
  world: ChangesUnderTest,
  wanted: (location: ChargingLocation) => boolean = () => true,
  fields = mirrorFields,
): Promise<Mirror> {
  const shown: Mirror = new Map();
  for (const { contentId } of world.store.locations()) {
    const response = await world.get(`/v3/locations/${contentId}?fields=${fields}`);
    if (response.status !== 200) continue;
    const location = (await response.json()) as ChargingLocation;
    if (location.id.endsWith(contentId) && wanted(location)) shown.set(contentId, location);
  }
  return shown;
}
