/**
 * Ways to pay or to be let in at an EVSE. OCPI counts six of them among its capabilities; v3 has an enumeration of its
 * own, v2 a tree of payment methods, Search a short list of ids. Source: contract v3 (EvsePaymentSupport), v2
 * (paymentMethods, newer values), search (paymentMethodIds); OCPI 2.3.0 mod_locations, Capability, ConnectorCapability.
 */

/** A member of v2 `paymentMethods`, and the value in its `types.type[]` where it has such a list. */
export interface LegacyPayment {
  readonly member: 'creditCard' | 'debitCard' | 'ePayment' | 'other';
  readonly type?: string;
}

export interface PaymentSupportRow {
  /** The published v3 spelling; the same in both dialects, since OCPI has no such enumeration. */
  readonly support: string;
  /** OCPI EVSE capability. */
  readonly capability?: string;
  /** OCPI connector capabilities that mean this support. */
  readonly connectorCapabilities?: readonly string[];
  readonly legacy?: LegacyPayment;
  /** Search `paymentMethodIds` and `extended.evStation.paymentMethods[].id`. */
  readonly search?: string;
}

export const paymentSupports: readonly PaymentSupportRow[] = [
  { support: 'chipCard', capability: 'CHIP_CARD_SUPPORT' },
  {
    support: 'contactlessCard',
    capability: 'CONTACTLESS_CARD_SUPPORT',
    legacy: { member: 'other', type: 'contactless-card' },
  },
  {
    support: 'creditCard',
    capability: 'CREDIT_CARD_PAYABLE',
    legacy: { member: 'creditCard' },
    search: 'creditCard',
  },
  { support: 'debitCard', capability: 'DEBIT_CARD_PAYABLE', legacy: { member: 'debitCard' }, search: 'debitCard' },
  { support: 'pedTerminal', capability: 'PED_TERMINAL' },
  { support: 'rfidReader', capability: 'RFID_READER', legacy: { member: 'other', type: 'rfid-reader' } },
  {
    support: 'authByCarPlugAndCharge',
    connectorCapabilities: ['ISO_15118_2_PLUG_AND_CHARGE', 'ISO_15118_20_PLUG_AND_CHARGE'],
    legacy: { member: 'other', type: 'auth-by-car-plug-and-charge' },
    search: 'authByCarPlugAndCharge',
  },
  { support: 'authByCarAutocharge', legacy: { member: 'other', type: 'auth-by-car-autocharge' } },
  { support: 'onlineApplePay', legacy: { member: 'ePayment', type: 'online-apple-pay' }, search: 'onlineApplePay' },
  { support: 'onlinePaypal', legacy: { member: 'ePayment', type: 'online-paypal' }, search: 'onlinePaypal' },
  { support: 'onlineCreditCard', legacy: { member: 'ePayment', type: 'online-credit-card' } },
  { support: 'onlineGooglePay', legacy: { member: 'ePayment', type: 'online-google-pay' }, search: 'onlineGooglePay' },
  { support: 'onlineBankPayment', legacy: { member: 'ePayment', type: 'online-bank-payment' } },
  { support: 'terminalQrCode', legacy: { member: 'other', type: 'terminal-qr-code' } },
  { support: 'terminalSms', legacy: { member: 'other', type: 'terminal-sms' } },
  { support: 'operatorApp', legacy: { member: 'other', type: 'app' }, search: 'operatorApp' },
  { support: 'mobilePayment' },
];

const bySupport = new Map(paymentSupports.map((row) => [row.support, row]));
const byCapability = new Map(
  paymentSupports.flatMap((row) =>
    [...(row.capability === undefined ? [] : [row.capability]), ...(row.connectorCapabilities ?? [])].map(
      (capability) => [capability, row.support] as const,
    ),
  ),
);
const bySearch = new Map(paymentSupports.map((row) => [row.search, row.support]));

/** `undefined` for a capability that is no way to pay. Takes EVSE and connector capabilities. */
export function paymentSupportOfCapability(capability: string): string | undefined {
  return byCapability.get(capability);
}

/** The OCPI EVSE capability that says the same. */
export function capabilityOfPaymentSupport(support: string): string | undefined {
  return bySupport.get(support)?.capability;
}

export function legacyPaymentOf(support: string): LegacyPayment | undefined {
  return bySupport.get(support)?.legacy;
}

/** The types of `ePayment` and `other` are told apart by value; the cards have none that matters. */
export function paymentSupportOfLegacy(member: string, type?: string): string | undefined {
  return paymentSupports.find(
    ({ legacy }) => legacy?.member === member && (legacy.type === undefined || legacy.type === type),
  )?.support;
}

export function searchPaymentOf(support: string): string | undefined {
  return bySupport.get(support)?.search;
}

export function paymentSupportOfSearch(id: string): string | undefined {
  return bySearch.get(id);
}

interface Capable {
  readonly capabilities?: readonly string[] | undefined;
}

/**
 * Everything an EVSE's data say of paying, in the table's order, published spelling.
 * @param more what is known beyond OCPI (`EvseExtension.paymentSupports`); values of no table are kept, at the end.
 */
export function paymentSupportsOf(
  evse: Capable & { readonly connectors: readonly Capable[] },
  more: readonly string[] = [],
): string[] {
  const said = new Set(more);
  for (const { capabilities } of [evse, ...evse.connectors]) {
    for (const capability of capabilities ?? []) {
      const support = paymentSupportOfCapability(capability);
      if (support !== undefined) said.add(support);
    }
  }
  const listed = paymentSupports.map((row) => row.support).filter((support) => said.has(support));
  return [...listed, ...[...said].filter((support) => !bySupport.has(support))];
}
