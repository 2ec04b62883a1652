/** Who runs the chargers of the small world, and whose cards are accepted. */
import { partnerIdOf } from '@pantograph/model/location';

export const voltstad = { name: 'Voltstad', website: 'https://voltstad.example' };
export const parkeerDelft = { name: 'Parkeer Delft' };
export const stromwerk = {
  name: 'Stromwerk',
  website: 'https://stromwerk.example',
  logo: { url: 'https://stromwerk.example/logo.svg', category: 'OPERATOR', type: 'svg' },
};
export const demoPower = { name: 'Demo Power' };

export const chargeCardOne = {
  name: 'ChargeCard One',
  partnerId: partnerIdOf('ChargeCard One'),
  eMobilityIds: ['DE-CC1'],
};
export const plugPass = { name: 'PlugPass', partnerId: partnerIdOf('PlugPass') };
