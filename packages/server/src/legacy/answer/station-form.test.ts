import { factsOfSite, vendorQuirks } from '@pantograph/model/v2';
import { expect, it } from 'vitest';
import { smallWorld, smallWorldTime } from '../../../test/small-world.ts';
import { contentTag } from '../../atlas/kept/content-tag.ts';
import { memoryAtlas } from '../../atlas/memory-atlas.ts';
import { poolForms, stationForms } from './station-form.ts';

/** A document that was kept by the program before is taken for one of this program's by its variant alone. */
it('what is written otherwise is another variant: where a tag below changes, raise the number of its variant', () => {
  const facts = [...memoryAtlas(smallWorld()).sites()]
    .map((site) => factsOfSite(site, smallWorldTime))
    .sort((one, other) => (one.contentId < other.contentId ? -1 : 1));
  const forms = [vendorQuirks, { ...vendorQuirks, formsAreAsRecorded: false }].map(stationForms).concat(poolForms);
  const tags = forms
    .flatMap(({ json, xml }) => [json, xml])
    .map(({ variant, write }) => [variant, contentTag(facts.map(write).join('\n'))]);
  expect(Object.fromEntries(tags)).toMatchInlineSnapshot(`
    {
      "v2 pool json 2": "FMHOvNpdByz5s4InRB2fBq",
      "v2 pool xml 2": "c3mtWtaJmTVLIpNf5PD2Sy",
      "v2 station json documented 3": "q4meAjM1dqLGBSlhiUG1b_",
      "v2 station json recorded 3": "XiejteWqftm9ULBwCx537s",
      "v2 station xml documented 3": "_1IATxlY54vxtdw9ehHXEi",
      "v2 station xml recorded 3": "ZX0pkG55c7vbUMpNmSnfAv",
    }
  `);
});
