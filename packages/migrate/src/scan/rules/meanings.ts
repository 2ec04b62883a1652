/** Values that mean something else in v3: power, operator, names, prices. */
import { comment, compare, declare, number, read, text } from './phrase.ts';
import { alone, inV2, readsDiscovery } from './rule.ts';
import type { Rule } from './rule.ts';

const power: Rule = {
  id: 'power-in-kilowatts',
  title: 'Power in kW',
  what: '{text} is in kilowatts in v2; {becomes} of v3 is in watts.',
  why: 'A power of 22 means 22 kW in v2 and 22 W in v3; nothing but the number tells.',
  guide: 'dataModel',
  advice: 'Read maxPower and divide by 1000 where people see it; thresholds of a client’s own count in W too.',
  effort: 'minutes',
  fix: 'yes',
  patterns: [
    { on: 'name', values: new Map([['maxpowerlevel', 'maxPower']]), needs: 'file', confidence: 'high' },
    {
      on: 'name',
      values: new Map([['maxpowerlevel', 'maxPower']]),
      notAlongside: readsDiscovery,
      needs: 'project',
      confidence: 'medium',
      words: ['maxpowerlevel', 'max_power_level'],
    },
  ],
  cases: {
    finds: [
      inV2(read('connector', 'maxPowerLevel')),
      inV2(declare('maxPowerLevel')),
      inV2(compare(['c', 'maxPowerLevel'], 50)),
    ],
    leaves: [
      alone(read('connector', 'maxPowerLevel')),
      inV2(read('connector', 'maxPower')),
      inV2(number('MAX_POWER', 22)),
      inV2(comment('maxPowerLevel')),
    ],
  },
};

const brand: Rule = {
  id: 'operator-brand',
  title: 'Operator as brand',
  what: '{text} is the one name v2 has for whoever runs a station; v3 has {becomes}.',
  why: 'v2 says the suboperator where there is one, else the operator; v3 lets the client choose.',
  guide: 'operator',
  advice: 'suboperator?.name ?? operator?.name is what v2 said.',
  effort: 'minutes',
  fix: 'yes',
  patterns: [
    { on: 'name', values: new Map([['brand', 'operator and suboperator']]), needs: 'file', confidence: 'medium' },
    {
      on: 'name',
      values: new Map([['brand', 'operator and suboperator']]),
      before: /station\W{1,4}(?:get)?$/i,
      needs: 'project',
      confidence: 'medium',
      words: ['brand'],
    },
    {
      on: 'name',
      values: new Map([['suppliername', 'operator and suboperator']]),
      needs: 'file',
      confidence: 'medium',
    },
  ],
  cases: {
    finds: [inV2(read('station', 'brand')), inV2(declare('brand')), inV2(read('connector', 'supplierName'))],
    leaves: [alone(read('car', 'brand')), inV2(read('location', 'operator')), inV2(comment('brand'))],
  },
};

/** What a charging station is called where v2 had no name of an operator. Source: usual words of the languages. */
const genericNames =
  /^(?:ev[ -])?(?:charging station|ladestation|e-ladestation|ladesäule|stromtankstelle|station de recharge|borne de recharge|stazione di ricarica|colonnina di ricarica|estación de (?:carga|recarga)|punto de (?:carga|recarga)|posto de carregamento|estação de carregamento|laadpaal|laadstation|oplaadpunt|stacja ładowania|nabíjecí stanice|nabíjacia stanica|töltőállomás|ladestasjon|laddstation|ladestander|latausasema|polnilna postaja|stanica za punjenje|punionica|stație de încărcare|зарядная станция|зарядна станция|зарядна станція|σταθμός φόρτισης|şarj istasyonu|充电站|充電站|充電スタンド|충전소|trạm sạc)$/iu;

const localised: Rule = {
  id: 'localised-name',
  title: 'Localised default name',
  what: '"{text}" is a name a station without one may have had in v2; v3 always says "EV Charging Station".',
  why: 'v3 translates no default names: they are the operator’s brand, or that English text.',
  guide: 'naming',
  advice: 'Give places names of your own: for a station without operator the text your users should read.',
  effort: 'minutes',
  fix: 'no',
  patterns: [
    {
      on: 'string',
      text: genericNames,
      context: /name|title|label|brand/i,
      needs: 'file',
      confidence: 'medium',
    },
  ],
  cases: {
    finds: [inV2(compare(['station', 'name'], 'Ladestation')), inV2(text('defaultName', 'Borne de recharge'))],
    leaves: [
      alone(compare(['station', 'name'], 'Ladestation')),
      inV2(text('defaultName', 'Unknown operator')),
      inV2(comment('Ladestation')),
    ],
  },
};

const prices: Rule = {
  id: 'ad-hoc-price',
  title: 'Prices of v2',
  what: '{text} is of v2, which has ad hoc prices only; in v3 it is {becomes}.',
  why: 'v3 has tariffs as OCPI models them, for charge cards too; they are asked for with fields=tariffs and tariff=, and stand beside the groups by index. Prices of v3 exclude VAT.',
  guide: 'pricing',
  advice: 'Ask with tariff=adhoc for what v2 said; read tariffs[tariffIndexes[i]].elements[].components[].',
  effort: 'hour',
  fix: 'no',
  patterns: [
    {
      on: 'name',
      values: new Map([
        ['pricing', 'tariffs[]'],
        ['pricingmodel', 'tariffs[].elements[].components[].dimension'],
        ['timeconstraints', 'tariffs[].elements[].condition'],
      ]),
      needs: 'file',
      confidence: 'medium',
    },
    {
      on: 'name',
      values: new Map([['pricingmodel', 'tariffs[].elements[].components[].dimension']]),
      needs: 'project',
      confidence: 'medium',
      words: ['pricingmodel', 'pricing_model'],
    },
  ],
  cases: {
    finds: [inV2(read('details', 'pricing')), inV2(declare('pricingModel'))],
    leaves: [alone(read('shop', 'pricing')), inV2(read('location', 'tariffs')), inV2(comment('pricing'))],
  },
};

export const meaningRules: readonly Rule[] = [power, brand, localised, prices];
