/** Contract v3, EvConnector. */
import type { Connector } from '../../ocpi/index.ts';
import type { EnumDialect } from '../../vocabulary/index.ts';
import { HIGHEST_TO_NEUTRAL, connectorFormats, powerTypes, spellIn, v3StandardOf } from '../../vocabulary/index.ts';
import type { EvConnector } from '../wire/index.ts';
import { known, unlessEmpty } from './known.ts';
import type { TariffList } from './tariff-list.ts';

export function presentConnector(connector: Connector, enums: EnumDialect, tariffs?: TariffList): EvConnector {
  const { format, power_type: powerType } = connector;
  return known({
    id: connector.id,
    standard: v3StandardOf(connector.standard),
    format: format && spellIn(enums, connectorFormats, format),
    powerType: powerType && spellIn(enums, powerTypes, powerType),
    maxVoltage: voltsToNeutral(connector),
    maxCurrent: connector.max_amperage,
    maxPower: connector.max_electric_power,
    termsAndConditionsUrl: connector.terms_and_conditions,
    tariffIndexes: tariffs && unlessEmpty(tariffs.indexesOf(connector.tariff_ids ?? [])),
  });
}

/** The contract wants three-phase volts to neutral. What is too high for that is between the lines, and kept so. */
function voltsToNeutral({ power_type: powerType, max_voltage: volts }: Connector): number | undefined {
  if (volts === undefined || powerType !== 'AC_3_PHASE' || volts <= HIGHEST_TO_NEUTRAL) return volts;
  return Math.round(volts / Math.sqrt(3));
}
