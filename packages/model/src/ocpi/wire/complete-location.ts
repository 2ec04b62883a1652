/**
 * The stored location as valid OCPI 2.3.0: fields that the standard requires and nobody told us are filled with the
 * least misleading value, and each filling is said.
 */
import type { Converted } from '../../notice/index.ts';
import type { ConnectorFormat, PowerType } from '../../vocabulary/index.ts';
import { phasesOf } from '../../vocabulary/index.ts';
import type { Connector } from '../connector.ts';
import type { Evse } from '../evse.ts';
import type { Location } from '../location.ts';
import { Losses } from './losses.ts';
import type { Location230 } from './schemas.ts';

type Evse230 = Location230['evses'][number];
type Connector230 = Evse230['connectors'][number];

export function completeLocation(location: Location): Converted<Location230> {
  const losses = new Losses('OCPI 2.3.0');
  const evses = location.evses.flatMap((evse, at) => completeEvse(evse, `/evses/${at}`, losses));
  const parkingPlaces = location.parking_places?.map((parking, at) => {
    const path = `/parking_places/${at}`;
    return {
      ...parking,
      restricted_to_type: parking.restricted_to_type ?? assumeFalse(`${path}/restricted_to_type`, losses),
      reservation_required: parking.reservation_required ?? assumeFalse(`${path}/reservation_required`, losses),
    };
  });
  return {
    value: { ...location, evses, parking_places: parkingPlaces },
    notices: losses.notices,
  };
}

function assumeFalse(path: string, losses: Losses): boolean {
  losses.fillDefault(path, 'false');
  return false;
}

function completeEvse(evse: Evse, path: string, losses: Losses): Evse230[] {
  if (evse.connectors.length === 0) {
    losses.dropValue(path, evse.uid);
    return [];
  }
  const schedule = evse.status_schedule?.map((period, at) => ({
    ...period,
    status: wireStatus(period.status, `${path}/status_schedule/${at}/status`, losses),
  }));
  return [
    {
      ...evse,
      status: wireStatus(evse.status, `${path}/status`, losses),
      connectors: evse.connectors.map((connector, at) =>
        completeConnector(connector, `${path}/connectors/${at}`, losses),
      ),
      status_schedule: schedule,
    },
  ];
}

function wireStatus(status: Evse['status'], path: string, losses: Losses): Evse230['status'] {
  if (status !== 'OPERATIONAL') return status;
  losses.replaceValue(path, status, 'UNKNOWN');
  return 'UNKNOWN';
}

function completeConnector(connector: Connector, path: string, losses: Losses): Connector230 {
  const filled = <T extends string | number>(field: string, value: T): T => {
    losses.fillDefault(`${path}/${field}`, value);
    return value;
  };
  const powerType = connector.power_type ?? filled('power_type', likelyPowerType(connector));
  const maxVoltage = connector.max_voltage ?? filled('max_voltage', powerType === 'DC' ? 400 : 230);
  return {
    ...connector,
    power_type: powerType,
    format: connector.format ?? filled('format', likelyFormat(connector.standard, powerType)),
    max_voltage: maxVoltage,
    max_amperage: connector.max_amperage ?? filled('max_amperage', likelyAmperage(connector, powerType, maxVoltage)),
  };
}

const directCurrent = /^(CHADEMO|CHAOJI|GBT_DC|MCS|PANTOGRAPH_.*|.*_COMBO)$/;
/** The most that one phase of 230 V at 32 A delivers. */
const ONE_PHASE_WATTS = 7_400;

function likelyPowerType(connector: Connector): PowerType {
  if (directCurrent.test(connector.standard)) return 'DC';
  if (connector.standard.startsWith('IEC_60309_2_three')) return 'AC_3_PHASE';
  return (connector.max_electric_power ?? 0) > ONE_PHASE_WATTS ? 'AC_3_PHASE' : 'AC_1_PHASE';
}

function likelyFormat(standard: string, powerType: PowerType): ConnectorFormat {
  return powerType === 'DC' || standard === 'IEC_62196_T1' || standard === 'SAE_J3400' ? 'CABLE' : 'SOCKET';
}

function likelyAmperage(connector: Connector, powerType: PowerType, volts: number): number {
  if (connector.max_electric_power === undefined) return powerType === 'DC' ? 50 : 16;
  return Math.max(1, Math.round(connector.max_electric_power / volts / (phasesOf(powerType) ?? 1)));
}
