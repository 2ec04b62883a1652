/** A push as OCPI has it, and a stored location as the model has it. */
import type { StoredLocation } from '../../../store/store.ts';
import { newest } from '../../sender/effective.ts';
import { connector, location } from '../wire-objects.ts';
import type { ModelEvse, ModelLocation, Push } from './soak-model.ts';

const START = Date.UTC(2026, 0, 1);
const MINUTE = 60_000;

const instant = (minute: number): string => new Date(START + minute * MINUTE).toISOString();
const minute = (text: string): number => (Date.parse(text) - START) / MINUTE;

export interface PushRequest {
  readonly method: 'PUT' | 'PATCH';
  /** Below the location. */
  readonly path: string;
  readonly body: object;
}

export function requestOf(push: Push, id: string, party: { country_code: string; party_id: string }): PushRequest {
  const last_updated = instant(push.at);
  switch (push.kind) {
    case 'put location': {
      const { name } = push;
      return {
        method: 'PUT',
        path: '',
        body: location(id, { ...party, name, evses: push.evses.map(evseOf), last_updated }),
      };
    }
    case 'patch location': {
      // An EVSE that is not there would be made without connectors: the model knows none of these.
      return { method: 'PATCH', path: '', body: { name: push.name, evses: push.statuses, last_updated } };
    }
    case 'put evse':
      return { method: 'PUT', path: `/${push.evse.uid}`, body: evseOf(push.evse) };
    case 'patch evse':
      return {
        method: 'PATCH',
        path: `/${push.uid}`,
        body: { status: push.status, floor_level: push.floor, last_updated },
      };
    case 'patch status':
      return { method: 'PATCH', path: `/${push.uid}`, body: { status: push.status, last_updated } };
    case 'put connector': {
      const body = connector(push.id, { terms_and_conditions: push.terms, last_updated });
      return { method: 'PUT', path: `/${push.uid}/${push.id}`, body };
    }
  }
}

function evseOf({ uid, status, at, floor, connectors }: ModelEvse): object {
  return {
    uid,
    status,
    floor_level: floor,
    connectors: connectors.map(({ id, terms, at: when }) =>
      connector(id, { terms_and_conditions: terms, last_updated: instant(when) }),
    ),
    last_updated: instant(at),
  };
}

/** The location's own date is not compared: the store shows it as of the last visible change. */
export function seenAs({ location: { name = '', evses }, extension }: StoredLocation): Omit<ModelLocation, 'at'> {
  return {
    name,
    evses: evses.map(({ uid, status, last_updated, floor_level, connectors }) => ({
      uid,
      status,
      at: minute(last_updated),
      changed: minute(newest([last_updated, extension.evses?.[uid]?.changedAt])),
      floor: floor_level,
      connectors: connectors.map((one) => ({
        id: one.id,
        terms: one.terms_and_conditions ?? '',
        at: minute(one.last_updated),
      })),
    })),
  };
}
