import { describe, expect, it } from 'vitest';
import { messageOf, noticeCatalogue, severityOf } from './index.ts';

describe('notices in words', () => {
  it('fills the parameters in and leaves a missing one visible', () => {
    expect(messageOf({ code: 'not_an_object', path: '', parameters: { found: 'null' } })).toBe(
      'Expected a JSON object, found null.',
    );
    expect(messageOf({ code: 'not_an_object', path: '' })).toContain('{found}');
  });

  it('knows the severity of a code', () => {
    expect(severityOf({ code: 'missing_id', path: '' })).toBe('error');
    expect(severityOf({ code: 'unknown_field', path: '/x' })).toBe('info');
  });

  it('has stable codes, whole sentences and advice', () => {
    for (const [code, entry] of Object.entries(noticeCatalogue)) {
      expect(code).toMatch(/^[a-z][a-z0-9_]*$/);
      for (const sentence of [entry.message, entry.advice]) expect(sentence).toMatch(/^[\w{].*[.\]]$/);
    }
  });
});
