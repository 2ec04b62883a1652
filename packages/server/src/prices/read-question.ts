/** What a request for prices asks. */
import type { ContentId } from '@pantograph/model/location';
import { contentIdIn } from '@pantograph/model/location';
import type { AskedSession, Demand } from '@pantograph/model/tariff';
import { LONGEST_SESSION_SECONDS, exactly, fraction, times } from '@pantograph/model/tariff';
import type { TariffFilter } from '@pantograph/model/v3';
import { MAX_TARIFF_VALUES, MAX_TARIFF_VALUE_LENGTH, TARIFF_VALUE, parseTariffFilter } from '@pantograph/model/v3';
import { connectorTypeOfId, v3StandardOf } from '@pantograph/model/vocabulary';
import { readNumber, readWholeNumber } from '../discovery/numbers.ts';
import type { Parameters } from '../discovery/parameters.ts';
import { invalid, quoted } from '../discovery/parameters.ts';
import { Refused } from '../refusal/refused.ts';
import { readStart } from './read-start.ts';

export interface PriceQuestion {
  /** In the order of the request, each place once. */
  readonly ids: ReadonlyMap<ContentId, string>;
  readonly evse: string | undefined;
  readonly connector: string | undefined;
  /** v3 spelling. */
  readonly standards: ReadonlySet<string> | undefined;
  readonly filter: TariffFilter;
  readonly demand: Demand;
  /** The session as the request has it, with what it left open. */
  readonly asked: AskedSession;
}

export const USUAL_ENERGY = 20;
export const MAX_ENERGY = 1000;
export const MAX_POWER = 10_000;
export const MAX_MINUTES = LONGEST_SESSION_SECONDS / 60;
export const MAX_STANDARDS = 5;

export function readQuestion(parameters: Parameters, now: Date): PriceQuestion {
  const ids = readIds(parameters);
  const evse = parameters.text('evse');
  const connector = parameters.text('connector');
  if (connector !== undefined && evse === undefined) throw conflict('connector', 'comes without evse', 'evse as well');
  if (evse !== undefined && ids.size > 1) throw conflict('evse', `comes with ${ids.size} places`, 'one id with evse');
  return {
    ids,
    evse,
    connector,
    standards: readStandards(parameters),
    filter: readFilter(parameters),
    ...readSession(parameters, now),
  };
}

function readIds(parameters: Parameters): ReadonlyMap<ContentId, string> {
  const ids = parameters.list('id');
  if (ids === undefined) {
    const allowed = 'the id of a place, such as here:pds:place:..., or up to 100 with commas between them';
    throw new Refused('parameter_missing', { parameter: 'id', cause: 'The parameter id is missing', allowed });
  }
  const asked = new Map<ContentId, string>();
  for (const id of ids) if (!asked.has(contentIdIn(id))) asked.set(contentIdIn(id), id);
  return asked;
}

function readStandards(parameters: Parameters): ReadonlySet<string> | undefined {
  const standards = parameters.list('standard');
  if (standards === undefined) return undefined;
  const allowed = `1 to ${MAX_STANDARDS} connector standards with commas between them, such as IEC_62196_T2_COMBO`;
  if (standards.length > MAX_STANDARDS) throw invalid('standard', `has ${standards.length} values`, allowed);
  for (const standard of standards) {
    if (!/^\d+$/.test(standard)) continue;
    const names = connectorTypeOfId(Number(standard))?.standards.join(',') ?? '';
    throw invalid('standard', `has the id ${standard} of v2${names === '' ? '' : `, which is ${names}`}`, allowed);
  }
  return new Set(standards.map(v3StandardOf));
}

function readFilter(parameters: Parameters): TariffFilter {
  const values = parameters.texts('tariff');
  const allowed =
    'all, adhoc, cpo, emsp, partner:<36 characters> or partner:<36 characters>;name=<names with commas between them>';
  if (values.length > MAX_TARIFF_VALUES) throw invalid('tariff', `is given ${values.length} times`, allowed);
  for (const value of values) {
    const isGood = value.length <= MAX_TARIFF_VALUE_LENGTH && TARIFF_VALUE.test(value);
    if (!isGood) throw invalid('tariff', `has the unknown value ${quoted(value)}`, allowed);
  }
  return parseTariffFilter(values);
}

function readSession(parameters: Parameters, now: Date): Pick<PriceQuestion, 'demand' | 'asked'> {
  const number = (name: string, range: { min?: number; above?: number; max: number }): number | undefined => {
    const text = parameters.text(name);
    return text === undefined ? undefined : readNumber(name, text, range);
  };
  const minutes = (name: string, min: number): number | undefined => {
    const text = parameters.text(name);
    return text === undefined ? undefined : readWholeNumber(name, text, { min, max: MAX_MINUTES });
  };
  const stated = number('energy', { min: 0, max: MAX_ENERGY });
  const power = number('power', { above: 0, max: MAX_POWER });
  const duration = minutes('duration', 1);
  const parking = minutes('parking', 0) ?? 0;
  const start = readStart(parameters.text('start'), now);
  const energy = stated ?? (duration === undefined ? USUAL_ENERGY : undefined);
  if (energy !== undefined && duration !== undefined && power !== undefined) {
    throw conflict(
      'power',
      'comes with energy and duration, which give the power',
      'two of energy, power and duration',
    );
  }
  if (energy === 0 && duration === undefined && parking === 0) {
    throw conflict('energy', 'is 0 and nothing else is done', 'energy above 0, or duration or parking with it');
  }
  return {
    demand: {
      start,
      parkingSeconds: parking * 60,
      ...(energy !== undefined && { energyWh: times(exactly(energy), KILO) }),
      ...(power !== undefined && { powerWatts: times(exactly(power), KILO) }),
      ...(duration !== undefined && { chargingSeconds: duration * 60 }),
    },
    asked: {
      start: start.toISOString().replace('.000Z', 'Z'),
      ...(energy !== undefined && { energy }),
      ...(power !== undefined && { power }),
      ...(duration !== undefined && { duration }),
      parking,
    },
  };
}

const KILO = fraction(1000n);

function conflict(parameter: string, fault: string, allowed: string): Refused {
  return new Refused('parameter_conflict', { parameter, cause: `The parameter ${parameter} ${fault}`, allowed });
}
