import { partnerIdOf } from '@pantograph/model/location';
import { connectorTypes, v3Standards } from '@pantograph/model/vocabulary';
import { describe, expect, it } from 'vitest';
import { ask, idsOf } from '../../test/ask-discovery.ts';

async function places(at: string, ...filters: string[]): Promise<string[]> {
  const asked = await ask(`/v1/browse?at=${at}&${filters.map((filter) => `evStation%5B${filter}`).join('&')}`);
  expect(asked.body).toHaveProperty('items');
  return idsOf(asked).sort();
}
const delft = (...filters: string[]) => places('52.0116,4.3571', ...filters);
const berlin = (...filters: string[]) => places('52.5219,13.4132', ...filters);

describe('evStation', () => {
  it('takes the properties of the contract', async () => {
    expect(await delft('minPower]=50')).toEqual(['DELFT-MARKT']);
    expect(await delft('minPower]=22.0', 'maxPower]=22')).toEqual(['DELFT-MARKT', 'DELFT-NOBODY', 'DELFT-STATION']);
    expect(await delft('maxPower]=2.3')).toEqual(['DELFT-NOBODY']);
    expect(await delft('connectorTypeIds]=29,34')).toEqual(['DELFT-MARKT']);
    expect(await delft('current]=DC')).toEqual(['DELFT-MARKT']);
    expect(await delft('supplierNames]=PARKEER Delft,Nobody')).toEqual(['DELFT-STATION']);
    expect(await delft(`eMobilityServiceProviderPartnerIds]=${partnerIdOf('ChargeCard One')}`)).toEqual([
      'DELFT-MARKT',
    ]);
    expect(await delft('paymentMethodIds]=operatorApp,debitCard')).toEqual(['DELFT-MARKT']);
    expect(await berlin('paymentMethodIds]=authByCarPlugAndCharge')).toEqual(['BER-HUB']);
  });

  it('wants a single connector to meet what is said of connectors', async () => {
    expect(await delft('connectorTypeIds]=31', 'minPower]=50')).toEqual([]);
    expect(await berlin('connectorTypeIds]=34', 'minPower]=300', 'available]=true')).toEqual(['BER-HUB', 'BER-TRUCKS']);
    expect(await berlin('connectorTypeIds]=34', 'maxPower]=75', 'available]=true')).toEqual([]);
  });

  it('finds all three sizes of IEC 60309 by the one id they share', async () => {
    expect(await delft('connectorTypeIds]=36')).toEqual(['DELFT-NOBODY']);
    expect(await delft('connectorTypes]=IEC_60309_2_THREE_16')).toEqual([]);
    expect(await delft('connectorTypes]=iec_60309_2_three_32')).toEqual(['DELFT-NOBODY']);
  });

  it('accepts every id and every standard in use', async () => {
    const ids = connectorTypes.filter(({ use }) => use === 'current').map(({ id }) => id);
    expect(await delft(`connectorTypeIds]=${ids.join()}`)).toHaveLength(5);
    expect(await delft(`connectorTypes]=${v3Standards.join()}`)).toHaveLength(5);
    expect(await delft('connectorTypeIds]=31', 'connectorTypes]=CHADEMO')).toEqual([]);
  });

  it('knows what is free now, and what is open', async () => {
    expect(await delft('available]=true')).toEqual(['DELFT-MARKT', 'DELFT-STATION', 'DELFT-STATUSES']);
    expect(await delft('available]=false')).toHaveLength(6);
    // A Tuesday noon: round the clock, within hours, outside them; unknown hours are not open.
    expect(await delft('openNow]=true')).toEqual(['DELFT-MARKT', 'DELFT-STATION']);
  });

  it('finds operators by their partner ids', async () => {
    expect(await delft(`operatorIds]=${partnerIdOf('Parkeer Delft')}`)).toEqual(['DELFT-STATION']);
    expect(await berlin(`operatorIds]=${partnerIdOf('Demo Power')},x`)).toEqual(['ber-hub']);
    const chain = `/v1/browse?at=52.0116,4.3571&chains=${partnerIdOf('Voltstad')}`;
    const run = await ask(`${chain}&evStation[operatorIds]=${partnerIdOf('Parkeer Delft')}`);
    expect(idsOf(run)).toEqual(['DELFT-STATION']);
  });

  it('lets vehicles in by stated limits, and by silence only where told to', async () => {
    expect(await berlin('vehicleHeight]=400', 'vehicleWeight]=40000')).toEqual(['BER-TRUCKS']);
    expect(await berlin('vehicleHeight]=421')).toEqual([]);
    expect(await berlin('vehicleLength]=1876')).toEqual([]);
    expect(await berlin('vehicleWidth]=260')).toEqual(['BER-TRUCKS']);
    expect(await berlin('vehicleHeight]=421', 'unknownLimits]=include')).toEqual([
      'BER-HUB',
      'BER-PRICES',
      'BER-SCOOTERS',
      'ber-hub',
    ]);
  });

  it('keeps truck limits from callers without the right', async () => {
    const caller = { id: 'anonymous', rights: new Set<never>() };
    const refused = await ask('/v1/browse?at=1,1&evStation[vehicleHeight]=400', {}, { caller });
    expect(refused.status).toBe(403);
    expect(refused.body).toMatchObject({ code: 'rights_missing', title: 'Forbidden' });
    expect((await ask('/v1/browse?at=1,1&evStation[minPower]=4', {}, { caller })).status).toBe(200);
  });

  it('filters discover and autosuggest as well', async () => {
    for (const endpoint of ['discover', 'autosuggest']) {
      const asked = await ask(
        `/v1/${endpoint}?at=52.0116,4.3571&q=voltstad&evStation[current]=DC&evStation[minPower]=50`,
      );
      const found = idsOf(asked).filter((id) => !id.startsWith('pantograph:'));
      expect(found.sort()).toEqual(['DATE-EAST', 'DELFT-MARKT']);
    }
  });
});
