/** How twins change what is shown of a place, as plain data: for worlds in other threads. */
import type { ContentId } from '@pantograph/model/location';
import type { AlterationReader } from '../atlas/mirror/mirror-atlas.ts';
import type { PlaceView, ShownView } from './place-view.ts';
import { asShown, isPlain } from './place-view.ts';

/** `undefined` where the place is shown as its source tells it. */
export function alterationOf(view: PlaceView): ShownView | undefined {
  if (isPlain(view)) return undefined;
  const { hidden, told, aliasOf } = view;
  return {
    hidden: new Set(hidden.keys()),
    told: new Map(
      Array.from(told, ([uid, { place, evse }]) => [
        uid,
        { place: { source: place.source }, evse: { status: evse.status } },
      ]),
    ),
    ...(aliasOf && { aliasOf }),
  };
}

export const twinAlterations: AlterationReader = {
  alter: (record, alteration) => asShown(record, alteration as ShownView),
  aliasIn: (alteration): ContentId | undefined => (alteration as ShownView | undefined)?.aliasOf,
};
