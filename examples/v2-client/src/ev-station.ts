/** What this program reads of the answers of EV Charge Points API v2. */
export interface StationsAnswer {
  hasMore: boolean;
  count?: number;
  evStations: { evStation: EvStation[] };
}

export interface EvStation {
  poolId: string;
  name: string;
  brand?: string;
  distance?: number;
  position: { latitude: number; longitude: number };
  address?: { street?: string; streetNumber?: string; postalCode?: string; city?: string };
  connectors: { connector: Connector[] };
}

export interface Connector {
  connectorType: { id: string; name: string };
  maxPowerLevel?: number;
  chargingPoint: ChargingPoint;
  connectorDetails?: { pricing?: Pricing[] };
}

export interface ChargingPoint {
  numberOfConnectors: number;
  numberOfAvailable?: number;
}

export interface Pricing {
  price?: { value: number; currency: string };
  unit?: string;
}

export interface EvsesAnswer {
  pools: { id: string; stations: { evses: Evse[] }[] }[];
}

export interface Evse {
  id: string;
  cpoEvseEMI3Id?: string;
  state?: string;
}
