/** Requests to discovery and to EV Charge Points API v3. */
import type { ChargingLocation, Client, ConnectorType, Evse, FoundLocation } from '@pantograph/client';
import { NotFoundError, circle } from '@pantograph/client';

const FIELDS = ['address', 'evses', 'connectorGroups', 'tariffs'] as const;

/** All locations around a point that have one of the plugs, nearest first. */
export async function findLocations(
  client: Client,
  latitude: number,
  longitude: number,
  radiusMetres: number,
  connectorTypes: ConnectorType[],
): Promise<FoundLocation[]> {
  const at = { lat: latitude, lng: longitude };
  const found: FoundLocation[] = [];
  const where = { at, in: circle(at, radiusMetres), evStation: { connectorTypes } };
  for await (const each of client.findLocations(where, { fields: FIELDS })) found.push(each);
  return found;
}

export async function getLocation(client: Client, id: string): Promise<ChargingLocation | undefined> {
  try {
    return await client.location(id, { fields: FIELDS });
  } catch (error) {
    if (error instanceof NotFoundError) return undefined;
    throw error;
  }
}

/** The present status of every EVSE of a location. */
export async function getEvses(client: Client, id: string): Promise<Evse[]> {
  const location = await client.location(id, { fields: ['evses'] });
  return location.evses ?? [];
}
