/** Who a message is from and for. OCPI 2.3.0, transport, "Message routing headers": on functional modules, from 2.2. */
import type { Asked } from '../../http/asked.ts';
import type { OwnParty } from '../peers/own-party.ts';
import type { SpokenVersion } from '../version.ts';

/** The answer goes back to who asked; whoever was asked, if nobody was named, is us. */
export function routingOfAnswer(request: Asked, own: OwnParty, version: SpokenVersion): Record<string, string> {
  if (version === '2.1.1') return {};
  const said = (name: string): string | undefined => {
    const value = request.headers.get(name)?.trim();
    return value === undefined || !/^[A-Za-z0-9]{2,3}$/.test(value) ? undefined : value;
  };
  const [toCountry, toParty] = [said('ocpi-from-country-code'), said('ocpi-from-party-id')];
  return {
    'ocpi-from-country-code': said('ocpi-to-country-code') ?? own.countryCode,
    'ocpi-from-party-id': said('ocpi-to-party-id') ?? own.partyId,
    ...(toCountry === undefined || toParty === undefined
      ? {}
      : { 'ocpi-to-country-code': toCountry, 'ocpi-to-party-id': toParty }),
  };
}
