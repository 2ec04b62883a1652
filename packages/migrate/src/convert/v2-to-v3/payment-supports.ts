/** v2 `paymentMethods`, older and newer values, to v3 payment supports. What is refused cannot be said in v3. */
import { paymentSupportOfLegacy } from '@pantograph/model/vocabulary';
import type { Tell } from '../report/ledger.ts';
import type { ConnectorInput } from './station-input.ts';

type PaymentMethods = NonNullable<NonNullable<ConnectorInput['connectorDetails']>['paymentMethodDetails']>;

/** Spellings of `ePayment` types before the newer values came. */
export const olderTypes: Readonly<Record<string, string>> = { PAYPAL: 'online-paypal', APPLEPAY: 'online-apple-pay' };

/** @param path of the v2 `paymentMethods` */
export function paymentSupportsIn(methods: PaymentMethods | undefined, path: string, tell: Tell): string[] {
  const supports = new Set<string>();
  for (const [member, method] of Object.entries(methods ?? {})) {
    if (method === undefined || typeof method === 'string' || !method.accept) continue;
    const types = 'types' in method ? (method.types?.type ?? []) : [];
    const whole = paymentSupportOfLegacy(member);
    if (whole !== undefined) supports.add(whole);
    for (const type of types) {
      const support = paymentSupportOfLegacy(member, olderTypes[type] ?? type);
      if (support !== undefined) supports.add(support);
      if (olderTypes[type] !== undefined) tell('payment_type_respelled', `${path}/${member}/types`, type);
    }
  }
  return [...supports];
}
