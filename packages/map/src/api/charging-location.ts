/** One place in full: `/v3/locations/{id}`. Only what the page reads of it. */
import type { Point } from '../state/view-state.ts';
import { pathWith } from './ask.ts';
import type { Company } from './places.ts';

export interface ChargingLocation {
  readonly id: string;
  readonly name?: string;
  readonly location: Point;
  readonly address?: { readonly label?: string; readonly countryCode?: string };
  readonly operator?: Company & { readonly website?: string };
  readonly suboperator?: Company;
  readonly timeZone?: string;
  readonly openingHours?: OpeningHours;
  readonly parkingType?: string;
  readonly facilityTypes?: readonly string[];
  readonly restrictions?: readonly string[];
  readonly supportedVehicles?: readonly string[];
  readonly supportPhoneNumber?: string;
  readonly energyMix?: {
    readonly isGreenEnergy: boolean;
    readonly energySources?: readonly { readonly source: string; readonly percentage: number }[];
    readonly supplier?: string;
  };
  readonly eMobilityServiceProviders?: readonly Company[];
  readonly connectorGroups?: readonly ConnectorGroup[];
  readonly evses?: readonly Evse[];
}

export interface ConnectorGroup {
  readonly standard: string;
  /** W. */
  readonly maxPower: number;
  readonly connectorCount: number;
  readonly availableConnectorCount?: number;
}

export interface Evse {
  readonly uid: string;
  readonly evseId?: string;
  readonly physicalReference?: string;
  readonly status: string;
  readonly modified: string;
  readonly paymentSupports?: readonly string[];
  readonly connectors: readonly Connector[];
}

interface Connector {
  readonly id: string;
  readonly standard: string;
  readonly format?: string;
  /** W. */
  readonly maxPower?: number;
}

interface Period {
  /** HH:MM:SS; absent is the beginning, or the end, of the day. */
  readonly from?: string;
  readonly to?: string;
}

export interface OpeningHours {
  readonly open24x7?: boolean;
  readonly regularSchedule?: readonly { readonly days: readonly string[]; readonly periods: readonly Period[] }[];
  readonly exceptions?: readonly {
    readonly date: string;
    readonly periods?: readonly Period[];
    readonly closed?: boolean;
  }[];
}

const FIELDS = 'address,evses,locationInfo,emsps,connectorGroups';

export function locationPath(contentId: string): string {
  return pathWith(`/v3/locations/${encodeURIComponent(contentId)}`, [['fields', FIELDS]]);
}
