/** A v3 location of any server in either dialect, made to conform: what a later v3 may add or a copy may lack costs no EVSE. */
import { partnerIdOf } from '@pantograph/model/location';
import { BusinessDetails, ChargingLocation, Evse } from '@pantograph/model/v3';
import { statuses } from '@pantograph/model/vocabulary';
import { z } from 'zod';
import { conformer } from '../conform/conformer.ts';
import { inOcpiSpelling } from '../dialect/respell.ts';
import type { Ledger, Tell } from '../report/ledger.ts';

const Company = BusinessDetails.extend({ partnerId: z.string().optional() });

const Input = ChargingLocation.extend({
  operator: Company.optional(),
  suboperator: Company.optional(),
  eMobilityServiceProviders: z.array(Company).optional(),
  evses: z.array(Evse.extend({ status: z.string().optional(), modified: z.iso.datetime().optional() })).optional(),
});
type Input = z.infer<typeof Input>;

const conform = conformer(Input);

const known = new Set<string>(statuses.flatMap(({ status, here }) => [status, here ?? status]));

/** In OCPI's spelling. @param now ISO 8601. `undefined`: refused, and said why. */
export function readV3(value: unknown, now: string, ledger: Ledger): ChargingLocation | undefined {
  const ofV3 = ledger.in('v3');
  const place = conform(value, '', ofV3) as Input | undefined;
  if (place === undefined) return undefined;
  const { operator, suboperator, eMobilityServiceProviders: providers, evses, ...others } = place;
  return inOcpiSpelling({
    ...others,
    ...(operator && { operator: withPartnerId(operator, '/operator', ofV3) }),
    ...(suboperator && { suboperator: withPartnerId(suboperator, '/suboperator', ofV3) }),
    ...(providers && {
      eMobilityServiceProviders: providers.map((one, at) =>
        withPartnerId(one, `/eMobilityServiceProviders/${String(at)}`, ofV3),
      ),
    }),
    ...(evses && { evses: evses.map((evse, at) => completeEvse(evse, now, `/evses/${String(at)}`, ofV3)) }),
  });
}

function withPartnerId(company: z.infer<typeof Company>, path: string, tell: Tell): BusinessDetails {
  const { partnerId } = company;
  if (partnerId !== undefined) return { ...company, partnerId };
  const made = partnerIdOf(company.name);
  tell('partner_id_made', `${path}/partnerId`, made);
  return { ...company, partnerId: made };
}

function completeEvse(evse: NonNullable<Input['evses']>[number], now: string, path: string, tell: Tell): Evse {
  const { status = 'UNKNOWN', modified } = evse;
  if (!known.has(status)) tell('status_unknown', `${path}/status`, status);
  if (modified === undefined) tell('modified_made', `${path}/modified`, now);
  return { ...evse, status: known.has(status) ? status : 'UNKNOWN', modified: modified ?? now };
}
