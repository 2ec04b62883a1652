import type { PlaceItem } from '@pantograph/model/search';
import { presentPlace } from '@pantograph/model/search';
import type { Hit } from '../atlas/atlas.ts';
import type { RequestContext } from '../http/surface.ts';
import type { Question } from './read-question.ts';

export function presentHit(
  { site, distance, excursionDistance }: Hit,
  question: Question,
  { now }: RequestContext,
): PlaceItem {
  const { show, languages } = question;
  const excursion = excursionDistance === undefined ? {} : { excursionDistance };
  return presentPlace(site, { now, show, languages, distance, ...excursion });
}
