import { describe, expect, it } from 'vitest';
import { LossReport, allowanceOf, converter, reportInWords } from '../index.ts';

const now = new Date('2026-03-10T12:00:00Z');
const station = (id: string, more: object = {}): object => ({
  poolId: id,
  position: { latitude: 1, longitude: 2 },
  ...more,
});

function reportOf(objects: readonly unknown[], allow: readonly string[] = []): LossReport {
  const report = new LossReport(
    { from: 'v2', to: 'v3' },
    allow.flatMap((text) => {
      const allowance = allowanceOf(text);
      return typeof allowance === 'string' ? [] : [allowance];
    }),
  );
  const { convert } = converter({ from: 'v2', to: 'v3', now });
  for (const [at, object] of objects.entries())
    for (const one of convert(object)) report.add(one, `line ${String(at + 1)}`);
  return report;
}

describe('the loss report', () => {
  it('counts by rule and path, with the first example and where it stands', () => {
    const { result } = reportOf([
      station('a'),
      station('b', { distance: 12 }),
      station('c', { distance: 13 }),
      'nonsense',
    ]);
    expect(result.objects).toEqual({ read: 4, converted: 3, refused: 1 });
    const distance = result.rules.find(({ rule }) => rule === 'distance_dropped');
    expect(distance).toMatchObject({
      effect: 'dropped',
      count: 2,
      paths: [
        {
          words: 'v2',
          path: '/distance',
          count: 2,
          example: { id: 'b', path: '/distance', value: 12, where: 'line 2' },
        },
      ],
    });
    expect(result.rules.find(({ rule }) => rule === 'not_an_object')).toMatchObject({ effect: 'refused', count: 1 });
  });

  it('counts places in lists as one path', () => {
    const phones = [{ value: '1' }, { value: '2' }];
    const { result } = reportOf([station('a', { contacts: { phone: phones } })]);
    expect(result.rules.find(({ rule }) => rule === 'phone_not_international')?.paths).toMatchObject([
      { path: '/contacts/phone/*', count: 2, example: { path: '/contacts/phone/0' } },
    ]);
  });

  it('does not count what is allowed, by rule or by rule and path', () => {
    const objects = [station('a', { distance: 12, pvId: 'x', brandNew: { of: 'next year' } })];
    expect(reportOf(objects).result.losses).toBe(3);
    expect(reportOf(objects, ['distance_dropped']).result.losses).toBe(2);
    expect(reportOf(objects, ['distance_dropped', 'field_dropped:/pvId']).result.losses).toBe(1);
    expect(reportOf(objects, ['distance_dropped', 'field_dropped:/pv']).result.losses).toBe(2);
    expect(reportOf(objects, ['distance_dropped', 'field_dropped', 'unknown_field:/brandNew']).result.losses).toBe(0);
    expect(allowanceOf('no_such_rule')).toBe('no_such_rule');
  });

  it('stays small whatever the fields are called', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`field${String(at)}`, at]));
    const { rules } = reportOf([station('a', many), station('b', many)]).result;
    const unknown = rules.find(({ rule }) => rule === 'unknown_field');
    expect(unknown?.count).toBe(10_000);
    expect(unknown?.paths.length).toBeLessThan(2_100);
  });

  it('says it in words', () => {
    const text = reportInWords(reportOf([station('a', { distance: 12, brand: 'A' })], ['distance_dropped']).result);
    expect(text).toContain('v2 to v3: 1 objects, 1 converted, 0 refused');
    expect(text).toContain('distance_dropped (dropped:');
    expect(text).toContain('v2 /distance [allowed], such as 12 (id a, line 1)');
    expect(text).toContain('brand_as_operator (guessed:');
    expect(reportInWords(new LossReport({ from: 'v3', to: 'v2' }).result)).toContain('Nothing was lost.');
  });
});
