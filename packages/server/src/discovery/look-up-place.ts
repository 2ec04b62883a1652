/** `/v1/lookup`: one place by its id. */
import { contentIdIn } from '@pantograph/model/location';
import { presentPlace } from '@pantograph/model/search';
import type { WholeAnswer } from '../http/answer.ts';
import type { RequestContext, SurfaceDependencies } from '../http/surface.ts';
import { Refused } from '../refusal/refused.ts';
import type { Parameters } from './parameters.ts';
import { quoted } from './parameters.ts';
import { readLanguages, readShow } from './read-presentation.ts';
import { respond } from './respond.ts';

/** What stands before the last colon of an id does not matter, as in v3. */
export function lookUpPlace(
  parameters: Parameters,
  { now }: RequestContext,
  { atlas }: SurfaceDependencies,
): WholeAnswer {
  const id = parameters.required('id', 'the id of a place, such as here:pds:place:{content id}');
  const languages = readLanguages(parameters);
  const show = readShow('lookup', parameters);
  const contentId = contentIdIn(id);
  const site = atlas.site(contentId);
  if (site !== undefined)
    return respond({ body: presentPlace(site, { now, show, languages }), sources: [site.source] });
  const removal = atlas.removal(contentId);
  const cause =
    removal === undefined
      ? `No place has the id ${quoted(id)}`
      : `The place ${quoted(id)} was removed at ${removal.removedAt}: ${removal.reason}`;
  throw new Refused('not_found', { parameter: 'id', cause });
}
