/**
 * What an EVSE can do, beside being paid for (see payment supports). Source: OCPI 2.3.0 mod_locations, Capability;
 * contract v3, EvseCapability.
 */
import { spellings } from './spelling.ts';

export const evseCapabilities = spellings(
  [
    { ocpi: 'CHARGING_PROFILE_CAPABLE', here: 'chargingProfile' },
    { ocpi: 'CHARGING_PREFERENCES_CAPABLE', here: 'chargingPreferences' },
    { ocpi: 'REMOTE_START_STOP_CAPABLE', here: 'remoteStartStop' },
    { ocpi: 'RESERVABLE', here: 'reservable' },
    { ocpi: 'TOKEN_GROUP_CAPABLE', here: 'tokenGroup' },
    { ocpi: 'UNLOCK_CAPABLE', here: 'unlock' },
  ],
  { ocpiOnly: ['START_SESSION_CONNECTOR_REQUIRED'] },
);
