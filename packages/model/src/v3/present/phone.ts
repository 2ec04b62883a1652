/** E.164, as v3 wants it. A number without its country stays out: guessing the country would ring at a stranger's. */
export function presentPhone(phone: string): string | undefined {
  const digits = phone.replace(/\(0\)|[\s()./\u2010-\u2015-]/g, '').replace(/^00/, '+');
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : undefined;
}
