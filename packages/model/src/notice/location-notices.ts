/** Findings about locations, their EVSEs and connectors. */
import type { NoticeEntry } from './notice-entry.ts';

export const locationNotices = {
  position_missing: {
    severity: 'error',
    message: 'The location cannot be placed: {found}.',
    advice: 'Send the coordinates of the location or of one of its EVSEs.',
  },
  coordinates_respelled: {
    severity: 'repair',
    message: 'The coordinates {found} were written as {value}.',
    advice: 'Send latitude and longitude as strings with 5 to 7 decimals.',
  },
  coordinates_swapped: {
    severity: 'repair',
    message: 'Latitude and longitude of {found} were swapped: {reason}.',
    advice: 'Send the latitude as latitude.',
  },
  coordinates_from_evse: {
    severity: 'repair',
    message: 'The coordinates of the location are {found}; those of an EVSE were taken: {value}.',
    advice: 'Send the coordinates of the location.',
  },
  coordinates_imprecise: {
    severity: 'warning',
    message: 'The coordinates {found} are exact to a kilometre at best.',
    advice: 'Send at least 5 decimals.',
  },
  coordinates_dropped: {
    severity: 'repair',
    message: 'The coordinates {found} are unusable and were left out.',
    advice: 'Send latitude and longitude in degrees.',
  },
  evse_far_away: {
    severity: 'warning',
    message: 'The coordinates of the EVSE are {metres} m away from the location.',
    advice: 'Check that they were not copied from another location.',
  },
  country_respelled: {
    severity: 'repair',
    message: 'The country {found} was read as {value}.',
    advice: 'Send the ISO 3166-1 alpha-3 code.',
  },
  country_from_position: {
    severity: 'repair',
    message: 'The country is {found}; {value} follows from {from}.',
    advice: 'Send the ISO 3166-1 alpha-3 code.',
  },
  country_unknown: {
    severity: 'warning',
    message: 'The country is {found}, and none follows from the coordinates.',
    advice: 'Send the ISO 3166-1 alpha-3 code.',
  },
  country_mismatch: {
    severity: 'warning',
    message: 'The country is {found}, but the coordinates are in {value}.',
    advice: 'Check the coordinates and the country.',
  },
  time_zone_from_position: {
    severity: 'repair',
    message: 'The time zone is {found}; {value} follows from the coordinates.',
    advice: 'Send the IANA name, like Europe/Amsterdam.',
  },
  time_zone_doubtful: {
    severity: 'warning',
    message: '{found} is the time zone of no place; the coordinates are in {value}.',
    advice: 'Send the IANA name of the place: opening hours and tariffs follow it.',
  },
  publish_assumed: {
    severity: 'repair',
    message: 'publish is missing; the location was taken to be public.',
    advice: 'Send publish with every location.',
  },
  location_without_evses: {
    severity: 'warning',
    message: 'The location has no EVSE.',
    advice: 'Send the EVSEs, or leave out the location.',
  },
  evse_without_connectors: {
    severity: 'warning',
    message: 'The EVSE {uid} has no connector.',
    advice: 'Send the connectors; without them the EVSE is found by no filter.',
  },
  evse_uid_filled: {
    severity: 'repair',
    message: 'The EVSE has no uid; {value} was given to it.',
    advice: 'Send a uid that never changes.',
  },
  evse_merged: {
    severity: 'repair',
    message: 'The EVSE {uid} is there more than once; its connectors were put together.',
    advice: 'Send each EVSE once.',
  },
  evse_renamed: {
    severity: 'repair',
    message: 'The uid {uid} is there more than once with different EVSE ids; this one became {value}.',
    advice: 'Give each EVSE a uid of its own.',
  },
  evse_id_repeated: {
    severity: 'warning',
    message: 'More than one EVSE of the location has the EVSE id {found}.',
    advice: 'Give each EVSE an EVSE id of its own.',
  },
  connector_id_filled: {
    severity: 'repair',
    message: 'The connector has no id; {value} was given to it.',
    advice: 'Send an id that never changes.',
  },
  connector_merged: {
    severity: 'repair',
    message: 'The connector {id} is there twice and the same; it was kept once.',
    advice: 'Send each connector once.',
  },
  connector_renamed: {
    severity: 'repair',
    message: 'The connector id {id} is there more than once; this one became {value}.',
    advice: 'Give each connector of an EVSE an id of its own.',
  },
  status_missing: {
    severity: 'repair',
    message: 'The EVSE has no status; it is taken to be {value}.',
    advice: 'Send a status with every EVSE.',
  },
  status_unrecognised: {
    severity: 'repair',
    message: '{found} is no status; the EVSE is taken to be UNKNOWN.',
    advice: 'Send one of the OCPI statuses.',
  },
  connector_status_used: {
    severity: 'repair',
    message: 'The EVSE has no status; {value} was taken from its connectors.',
    advice: 'Send the status on the EVSE; OCPI has none on connectors.',
  },
  connector_status_ignored: {
    severity: 'info',
    message: 'The connector has the status {found}, the EVSE {value}; the EVSE counts.',
    advice: 'Send one EVSE per connector that can be used on its own.',
  },
  standard_missing: {
    severity: 'repair',
    message: 'The connector names no standard; {value} stands for it.',
    advice: 'Send the standard of the plug.',
  },
  power_type_from_standard: {
    severity: 'repair',
    message: 'The power type is missing; {value} follows from {standard}.',
    advice: 'Send power_type.',
  },
  power_type_contradicts: {
    severity: 'repair',
    message: '{standard} cannot deliver {found}; the power type was read as {value}.',
    advice: 'Check the power type and the standard.',
  },
  format_doubtful: {
    severity: 'warning',
    message: '{standard} comes with a cable, yet the format is SOCKET.',
    advice: 'Check the format: drivers bring no cable of this kind.',
  },
  power_in_kilowatts: {
    severity: 'repair',
    message: 'max_electric_power {found} was read as kilowatts: {value} W.',
    advice: 'Send watts.',
  },
  power_in_voltage: {
    severity: 'repair',
    message: 'No charger has {found} V; it was read as a power: {value} W.',
    advice: 'Send the voltage, and the power in its own field.',
  },
  power_derived: {
    severity: 'info',
    message: 'The power is missing; {value} W were derived: {rule}.',
    advice: 'Send max_electric_power: what a charger can deliver is often less than volts times amperes.',
  },
  mains_voltage_at_dc: {
    severity: 'warning',
    message: '{found} V is the mains behind the charger, not what the DC connector delivers; no power was derived.',
    advice: 'Send the voltage of the connector, or max_electric_power.',
  },
  power_contradicts: {
    severity: 'warning',
    message: 'The power of {found} W is more than volts and amperes allow ({value} W).',
    advice: 'Check power, voltage and amperage.',
  },
  electric_implausible: {
    severity: 'repair',
    message: '{field} {found} is not plausible and was left out.',
    advice: 'Send volts, amperes and watts; leave out what is not known.',
  },
  volts_amperes_swapped: {
    severity: 'repair',
    message: '{volts} V and {amperes} A were swapped.',
    advice: 'Send the voltage as voltage.',
  },
  hours_respelled: {
    severity: 'repair',
    message: '{found} was read as {value}.',
    advice: 'Send times of day as HH:MM and weekdays as 1 (Monday) to 7.',
  },
  hours_split: {
    severity: 'repair',
    message: 'The hours {found} run past midnight and were split in two.',
    advice: 'End a period by midnight and begin another one.',
  },
  hours_doubtful: {
    severity: 'warning',
    message: 'The opening hours are doubtful: {reason}.',
    advice: 'Send either twentyfourseven or the regular hours.',
  },
} as const satisfies Record<string, NoticeEntry>;
