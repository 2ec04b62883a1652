/** v2 `paymentMethods` from v3 payment supports. What is not known to be accepted is left out, never refused. */
import { legacyPaymentOf, paymentSupports } from '../../vocabulary/index.ts';
import type { PaymentMethods } from '../wire/payment-methods.ts';

/** @param supports v3 EvsePaymentSupport, published spelling; those without a place in v2 go unsaid. */
export function presentPaymentMethods(supports: Iterable<string>): PaymentMethods | undefined {
  const said = new Set(supports);
  const methods = new Map<string, string[]>();
  for (const { support } of paymentSupports) {
    const legacy = legacyPaymentOf(support);
    if (legacy === undefined || !said.has(support)) continue;
    const types = methods.get(legacy.member) ?? [];
    methods.set(legacy.member, legacy.type === undefined ? types : [...types, legacy.type]);
  }
  if (methods.size === 0) return undefined;
  return {
    creditCard: accepted(methods.get('creditCard')),
    debitCard: methods.has('debitCard') ? { accept: true } : undefined,
    ePayment: accepted(methods.get('ePayment')),
    other: accepted(methods.get('other')),
  };
}

function accepted(types: readonly string[] | undefined): PaymentMethods['other'] {
  if (types === undefined) return undefined;
  return { accept: true, types: types.length === 0 ? undefined : { type: [...types] } };
}
