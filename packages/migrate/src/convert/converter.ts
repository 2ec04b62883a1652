/**
 * One object at a time from any form to any other. The forms stand in a row, v2, v3, the stored OCPI location, OCPI's versions, and a
 * conversion walks from one to the other: each step rewrites one shape into its neighbour and says what that costs.
 */
import type { ReadContext } from '@pantograph/feeds/ocpi';
import { objectKindOf, readLocation, readTariff } from '@pantograph/feeds/ocpi';
import type { LocationRecord, TariffRecord } from '@pantograph/model/location';
import { presentLocation, presentTariff } from '@pantograph/model/ocpi';
import type { ChargingLocation } from '@pantograph/model/v3';
import { isRecord } from './conform/conformer.ts';
import { inPublishedSpelling } from './dialect/respell.ts';
import type { Form, OcpiForm } from './form.ts';
import { isOcpi, ocpiVersionOf } from './form.ts';
import { tellNotices } from './ocpi/notices-as-findings.ts';
import { tariffBook } from './ocpi/tariff-book.ts';
import { recordToV3 } from './ocpi-to-v3/record-to-v3.ts';
import type { Finding, Tell } from './report/ledger.ts';
import { Ledger } from './report/ledger.ts';
import { unpack } from './unpack.ts';
import { conformStation, conformTextStation } from './v2-to-v3/station-input.ts';
import type { StationInput } from './v2-to-v3/station-input.ts';
import { stationToV3 } from './v2-to-v3/station-to-v3.ts';
import { withEvses } from './v3-input/evses-of-groups.ts';
import { readV3 } from './v3-input/read-v3.ts';
import { v3ToRecord } from './v3-to-ocpi/v3-to-record.ts';
import { locationToV2 } from './v3-to-v2/location-to-v2.ts';
import { readV2Xml } from './xml/read-v2-xml.ts';

export interface ConvertOptions {
  readonly from: Form;
  readonly to: Form;
  /** Stands where nothing says a time, and decides which tariffs hold and which days are still to come. */
  readonly now: Date;
  /** What v3 ids are derived from, beside what OCPI says: the name under which a server imports the same feed. */
  readonly source?: string;
  /** Of the party, for objects that name none. */
  readonly countryCode?: string;
  readonly partyId?: string;
  /** Carry what OCPI lacks in the custom property `pantograph`, which only OCPI 2.3.0 obliges receivers to tolerate; default true. */
  readonly extension?: boolean;
  /** OCPI tariffs are taken care of; default true. Else it is said of each that it is not written. */
  readonly tariffs?: boolean;
}

/** What became of one object. */
export interface Conversion {
  /** As the object itself says; empty where it says none. */
  readonly id: string;
  /** `undefined`: refused. The findings say why. */
  readonly object: object | undefined;
  /** OCPI keeps tariffs apart from locations. */
  readonly tariffs: readonly object[];
  readonly findings: readonly Finding[];
  /** Findings beyond those that are kept. */
  readonly untold: number;
}

export interface Converter {
  /** An object, a list of them, or what an API answers, envelope and all. Never throws for what is in it. */
  readonly convert: (value: unknown) => readonly Conversion[];
  /** What v2 answers as XML. */
  readonly convertXml: (text: string) => readonly Conversion[];
  /** An OCPI tariff that locations refer to; before these. Where the target is OCPI, it is converted too. */
  readonly addTariff: (value: unknown) => readonly Conversion[];
}

export function converter(options: ConvertOptions): Converter {
  const { from, to, now, source = 'convert', countryCode, partyId, extension = true } = options;
  const instant = now.toISOString();
  const book = tariffBook();
  const context: ReadContext = {
    source,
    receivedAt: instant,
    ...(isOcpi(from) ? { version: ocpiVersionOf(from) } : {}),
    ...(countryCode === undefined ? {} : { countryCode }),
    ...(partyId === undefined ? {} : { partyId }),
  };

  function convertOne(value: unknown, conformV2: typeof conformStation): Conversion {
    const ledger = new Ledger();
    const tariffs: object[] = [];
    const object = isOcpi(from)
      ? fromOcpi(value, from, ledger, tariffs)
      : fromV3(toV3(value, conformV2, ledger), ledger, tariffs);
    return conversionOf(value, object, tariffs, ledger);
  }

  function toV3(value: unknown, conformV2: typeof conformStation, ledger: Ledger): ChargingLocation | undefined {
    if (from !== 'v2') return readV3(value, instant, ledger);
    const station = conformV2(value, '', ledger.in('v2')) as StationInput | undefined;
    return station && stationToV3(station, instant, ledger);
  }

  function fromV3(said: ChargingLocation | undefined, ledger: Ledger, tariffs: object[]): object | undefined {
    if (said === undefined || to === 'v3') return said;
    if (to === 'v3-here') return inPublishedSpelling(said, ledger.in('v3'));
    const place = withEvses(said, instant, ledger.in('v3'));
    if (to === 'v2') return locationToV2(place, ledger);
    const parts = v3ToRecord(place, context, { withExtension: carries(to) }, ledger);
    if (parts === undefined) return undefined;
    for (const tariff of parts.tariffs) tariffs.push(...writeTariff(tariff, to, ledger));
    if (options.tariffs === false && tariffs.length > 0) {
      ledger.in('v3')('tariffs_not_written', '/tariffs', tariffs.length);
      tariffs.length = 0;
    }
    return writeLocation(parts.record, to, ledger);
  }

  function fromOcpi(value: unknown, version: OcpiForm, ledger: Ledger, tariffs: object[]): object | undefined {
    if (isOcpi(to) && isRecord(value) && objectKindOf(value) === 'tariff') {
      const [tariff] = convertTariff(value, to, ledger);
      return tariff;
    }
    const reading = readLocation(value, { ...context, version: ocpiVersionOf(version) });
    tellNotices(reading.ok ? reading.record.notices : reading.notices, ledger.in('ocpi'));
    if (!reading.ok) return undefined;
    if (isOcpi(to)) return writeLocation(reading.record, to, ledger);
    return fromV3(recordToV3(reading.record, book.tariffs, now, ledger), ledger, tariffs);
  }

  function convertTariff(value: unknown, target: OcpiForm, ledger: Ledger): object[] {
    const reading = readTariff(value, context);
    tellNotices(reading.ok ? reading.record.notices : reading.notices, ledger.in('ocpi tariff'));
    return reading.ok ? writeTariff(reading.record, target, ledger) : [];
  }

  function writeTariff(record: TariffRecord, target: OcpiForm, ledger: Ledger): object[] {
    const tell = ledger.in('ocpi tariff');
    const { value, notices } = presentTariff(record.tariff, ocpiVersionOf(target));
    tellNotices(notices, tell);
    if (value === undefined) tell('tariff_inexpressible', '', record.tariff.id);
    return value === undefined ? [] : [{ ...value, ...extended(record.extension, target, tell) }];
  }

  function writeLocation(record: LocationRecord, target: OcpiForm, ledger: Ledger): object {
    const { value, notices } = presentLocation(record.location, ocpiVersionOf(target));
    const tell = ledger.in('ocpi');
    tellNotices(notices, tell);
    for (const { code, path } of notices) {
      // Without a standard there is no connector.
      if (code === 'value_dropped' && path.endsWith('/standard'))
        tell('connector_left_out', path.slice(0, -'/standard'.length));
    }
    return { ...value, ...extended(record.extension, target, tell) };
  }

  function extended(said: object, target: OcpiForm, tell: Tell): object {
    const fields = Object.entries(said).filter(([, value]) => value !== undefined);
    if (fields.length === 0) return {};
    if (carries(target)) return { pantograph: said };
    // From v3, it is told by the words of v3.
    if (isOcpi(from)) for (const [field, value] of fields) tell('field_dropped', `/pantograph/${field}`, value);
    return {};
  }

  function carries(target: OcpiForm): boolean {
    return extension && target === 'ocpi-2.3.0';
  }

  return {
    convert: (value) => unpacked(value, from, (object) => convertOne(object, conformStation)),
    convertXml: (text) => {
      const reading = readV2Xml(text);
      if (from !== 'v2') return [refusal(undefined, 'not_this_form', 'XML', from)];
      if (!reading.ok) return [refusal(undefined, 'xml_refused', reading.reason, from)];
      return unpacked(reading.tree, from, (object) => convertOne(object, conformTextStation));
    },
    addTariff: (value) =>
      unpacked(value, from, (object) => {
        const ledger = new Ledger();
        const tell = ledger.in('ocpi tariff');
        if (isOcpi(to)) return conversionOf(object, undefined, convertTariff(object, to, ledger), ledger);
        const reading = readTariff(object, context);
        tellNotices(reading.ok ? reading.record.notices : reading.notices, tell);
        if (reading.ok) book.add(reading.record, tell);
        return conversionOf(object, undefined, [], ledger);
      }),
  };
}

function unpacked(value: unknown, from: Form, one: (object: unknown) => Conversion): readonly Conversion[] {
  const content = unpack(value, from);
  if (content.ok) return content.objects.map(one);
  return (content.objects ?? [value]).map((object) => refusal(object, content.rule, undefined, from));
}

function refusal(value: unknown, rule: Finding['rule'], found: unknown, from: Form): Conversion {
  const ledger = new Ledger();
  ledger.in(isOcpi(from) ? 'ocpi' : from === 'v2' ? 'v2' : 'v3')(rule, '', found);
  return conversionOf(value, undefined, [], ledger);
}

function conversionOf(
  value: unknown,
  object: object | undefined,
  tariffs: readonly object[],
  { findings, untold }: Ledger,
): Conversion {
  return { id: idOf(value), object, tariffs, findings, untold };
}

function idOf(value: unknown): string {
  if (!isRecord(value)) return '';
  const { id, poolId } = value;
  const said = poolId ?? id;
  return typeof said === 'string' || typeof said === 'number' ? String(said).slice(0, 200) : '';
}
