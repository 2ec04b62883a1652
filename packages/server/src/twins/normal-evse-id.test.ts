import { describe, expect, it } from 'vitest';
import { normalEvseId } from './normal-evse-id.ts';

describe('an EVSE id', () => {
  it.each([
    ['NL*PGO*E00023*1', 'NLPGOE000231'],
    ['nl-pgo-e00023-1', 'NLPGOE000231'],
    [' NL PGO E00023.1 ', 'NLPGOE000231'],
    ['FR*GRN*EES*VAL*PATACONA*1*B', 'FRGRNEESVALPATACONA1B'],
    ['NLFASE3101901', 'NLFASE3101901'],
    ['+49*810*000*438', '+49810000438'],
    ['NL*ABC*E0', undefined],
    ['NL*ABC*E0*00', undefined],
    ['NL*ABC*EXXX', undefined],
    ['NL*ABC*EUNKNOWN', undefined],
    ['NL*ABC*E', undefined],
    ['NL*ABC*P123', undefined],
    ['PL-97453', undefined],
    ['12', undefined],
    ['0', undefined],
    ['unknown', undefined],
    ['NA', undefined],
    ['n/a', undefined],
    ['', undefined],
    ['+49*810*000*000', undefined],
    ['49*810*000*438', undefined],
    ['NL*ABC*E12;DROP', undefined],
    ['NL*ABC*Eé1', undefined],
    [`NL*ABC*E${'1'.repeat(32)}`, undefined],
    [undefined, undefined],
  ])('%s is %s', (text, normal) => {
    expect(normalEvseId(text)).toBe(normal);
  });
});
