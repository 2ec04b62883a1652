/** Contract v2, `chargeMode`: 1 and 2 plain sockets, 3 EV sockets on AC, 4 fast DC. Which of 1 and 2, no feed says. */
import type { Connector } from '../../ocpi/index.ts';
import { v3StandardOf } from '../../vocabulary/index.ts';

/** Sockets and plugs for vehicles that carry alternating current only. */
const acVehiclePlugs = new Set(['IEC_62196_T1', 'IEC_62196_T2', 'IEC_62196_T3A', 'IEC_62196_T3C', 'GBT_AC']);
/** Those that carry direct current only. */
const dcPlugs = new Set([
  'CHADEMO',
  'CHAOJI',
  'GBT_DC',
  'IEC_62196_T1_COMBO',
  'IEC_62196_T2_COMBO',
  'MCS',
  'PANTOGRAPH_BOTTOM_UP',
  'PANTOGRAPH_TOP_DOWN',
]);
/** Vehicle plugs that carry either. */
const eitherPlugs = new Set(['SAE_J3400', 'TESLA_R', 'TESLA_S']);

export function chargeModeOf(connector: Connector): '3' | '4' | 'Unspecified' {
  const standard = v3StandardOf(connector.standard);
  if (connector.power_type === 'DC' || dcPlugs.has(standard)) return '4';
  if (acVehiclePlugs.has(standard)) return '3';
  return eitherPlugs.has(standard) && connector.power_type !== undefined ? '3' : 'Unspecified';
}
