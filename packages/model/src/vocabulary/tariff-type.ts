/** Whom a tariff is for. Source: contract v3, Tariff.type; OCPI 2.3.0 mod_tariffs, TariffType. */

/** v3 Tariff.type: paid on the spot, to the operator under a contract, or to an eMSP. OCPI's TariffType says something else. */
export const tariffTypes = ['adhoc', 'emsp', 'cpo'] as const;
export type TariffType = (typeof tariffTypes)[number];

export const ocpiTariffTypes = ['AD_HOC_PAYMENT', 'PROFILE_CHEAP', 'PROFILE_FAST', 'PROFILE_GREEN', 'REGULAR'] as const;

/**
 * An OCPI tariff without a type holds for every session, hence also for one paid on the spot.
 * @param ocpiType OCPI `Tariff.type`
 * @param ofProvider the tariff is an eMSP's
 */
export function tariffTypeOf(ocpiType: string | undefined, ofProvider: boolean): TariffType {
  if (ofProvider) return 'emsp';
  return ocpiType === undefined || ocpiType === 'AD_HOC_PAYMENT' ? 'adhoc' : 'cpo';
}

/** The OCPI type that says the same; eMSP and operator contracts are both REGULAR there. */
export function ocpiTariffTypeOf(type: TariffType): (typeof ocpiTariffTypes)[number] {
  return type === 'adhoc' ? 'AD_HOC_PAYMENT' : 'REGULAR';
}
