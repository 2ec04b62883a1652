import { describe, expect, it } from 'vitest';
import { paymentSupports } from '../vocabulary/index.ts';
import { PaymentMethods } from './wire/payment-methods.ts';
import { presentPaymentMethods } from './present/payment-methods.ts';

describe('contract v2, paymentMethods', () => {
  it('creditCard, debitCard, ePayment and other with the newer values, in a fixed order', () => {
    const methods = presentPaymentMethods(paymentSupports.map((row) => row.support).reverse());
    expect(PaymentMethods.parse(methods)).toEqual({
      creditCard: { accept: true },
      debitCard: { accept: true },
      ePayment: {
        accept: true,
        types: {
          type: ['online-apple-pay', 'online-paypal', 'online-credit-card', 'online-google-pay', 'online-bank-payment'],
        },
      },
      other: {
        accept: true,
        types: {
          type: [
            'contactless-card',
            'rfid-reader',
            'auth-by-car-plug-and-charge',
            'auth-by-car-autocharge',
            'terminal-qr-code',
            'terminal-sms',
            'app',
          ],
        },
      },
    });
  });

  it('says nothing where nothing is known, and never that something is refused', () => {
    expect(presentPaymentMethods([])).toBeUndefined();
    expect(presentPaymentMethods(['chipCard', 'somethingNew'])).toBeUndefined();
    expect(JSON.stringify(presentPaymentMethods(['creditCard']))).toBe('{"creditCard":{"accept":true}}');
  });
});
