import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { durationInWords, durationOf } from './duration.ts';
import { SourcesFileFaulty, readSourcesFile } from './read-sources-file.ts';
import { readToken } from './read-token.ts';
import { dueAfter, scheduleOf } from './schedule.ts';
import { decayOf } from './source-definition.ts';
import { addSource, loadSources, removeSource } from './sources-file.ts';

const DAY = 86_400_000;

function problemsIn(text: string): readonly string[] {
  try {
    readSourcesFile(text, 'sources.yaml');
    return [];
  } catch (error) {
    if (error instanceof SourcesFileFaulty)
      return error.problems.map(({ line, message }) => `${String(line)}: ${message}`);
    throw error;
  }
}

describe('sources.yaml', () => {
  it('says where data comes from, with defaults for the rest', () => {
    const text = `
sources:
  - name: ndw            # the Dutch file
    kind: file
    locations: https://opendata.example/locations.json.gz
    schedule: every 15 minutes
    licence: CC0-1.0
    rules: { guardPercent: 10 }
  - name: cpo
    kind: ocpi-url
    locations: https://cpo.example/ocpi/2.2.1/locations
    token: { env: CPO_TOKEN }
    version: 2.2.1
    rules: { decayAfter: off, vanishAfter: 2 }
  - { name: partner, kind: ocpi-peer, schedule: 'daily at 03:30' }
`;
    const [ndw, cpo, partner, ...more] = readSourcesFile(text, 'sources.yaml');
    expect(more).toEqual([]);
    expect(ndw).toMatchObject({
      name: 'ndw',
      schedule: { kind: 'every', milliseconds: 900_000 },
      allowPrivate: false,
      rules: { guardPercent: 10, vanishAfter: 3, fullEvery: DAY, overlap: 3_600_000 },
      limits: { retries: 4 },
    });
    expect(cpo).toMatchObject({ version: '2.2.1', tokenForm: 'auto', token: { env: 'CPO_TOKEN' } });
    expect(partner).toMatchObject({ kind: 'ocpi-peer', schedule: { kind: 'daily', minutes: [210] } });
    expect([ndw, cpo, partner].map((source) => source && decayOf(source))).toEqual([DAY, undefined, undefined]);
  });

  it('may be empty', () => {
    for (const text of ['', '# nothing yet\n', 'sources:\n', 'sources: []']) expect(problemsIn(text)).toEqual([]);
  });

  it('tells every fault with its line', () => {
    const text = `sources:
  - name: a
    kind: file
    locations: ftp://example.org/x
    licens: CC0
  - name: b c
    kind: ocpi-url
    locations: https://u:p@cpo.example/l
    token: secret
    schedule: now and then
    rules:
      decayAfter: soon
      guardPercents: 3
  - kind: carrier pigeon
    name: d
`;
    const all = problemsIn(text).join('\n');
    for (const part of ['4: locations', '5: licens is no key', '6: name', '8: locations', '9: token', '10: schedule'])
      expect(all).toContain(part);
    expect(all).toContain('12: rules.decayAfter');
    expect(all).toContain('13: rules.guardPercents is no key');
    expect(all).toContain('14: kind must be file, ocpi-url or ocpi-peer');
    expect(all).not.toContain('secret');
  });

  it('is YAML, has each name once and names what is missing', () => {
    expect(problemsIn('sources: [\n  {name: a')[0]).toMatch(/^2: /);
    expect(problemsIn('sources:\n  - { name: a, kind: file }')).toEqual(['2: locations is missing']);
    const twice = 'sources:\n  - { name: a, kind: file, locations: x }\n  - { name: A, kind: file, locations: y }';
    expect(problemsIn(twice)).toEqual(['3: there is a source A already, in line 2']);
    expect(problemsIn('source: []')).toEqual(['1: source is no key that is known here']);
  });
});

describe('the file of definitions', () => {
  let directory: string;
  let file: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'pantograph-sources-'));
    file = join(directory, 'sources.yaml');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('takes sources in and out and keeps its comments', () => {
    addSource(file, { name: 'a', kind: 'file', locations: 'a.json' });
    writeFileSync(file, `# ours\n${readFileSync(file, 'utf8')}`);
    addSource(file, { name: 'b', kind: 'file', locations: 'b.json', rules: { decayAfter: '2 hours' } });
    expect(loadSources(file).map(({ name }) => name)).toEqual(['a', 'b']);
    expect(removeSource(file, 'A')).toBe(true);
    expect(removeSource(file, 'A')).toBe(false);
    expect(readFileSync(file, 'utf8')).toMatch(/^# ours\n/);
    expect(loadSources(file).map(({ name }) => name)).toEqual(['b']);
  });

  it('stays as it is where what is added is wrong', () => {
    addSource(file, { name: 'a', kind: 'file', locations: 'a.json' });
    const before = readFileSync(file, 'utf8');
    expect(() => addSource(file, { name: 'a', kind: 'file', locations: 'b.json' })).toThrow(SourcesFileFaulty);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  it('names tokens without holding them', () => {
    writeFileSync(join(directory, 'token'), 'abc\n');
    expect(readToken({ file: 'token' }, file, {})).toBe('abc');
    expect(readToken({ env: 'T' }, file, { T: 'x' })).toBe('x');
    expect(() => readToken({ env: 'T' }, file, {})).toThrow('the environment variable T holds no token');
    expect(() => readToken({ env: 'T' }, file, { T: 'two\nlines' })).toThrow(/^(?!.*two)/);
    expect(() => readToken({ file: 'nowhere' }, file, {})).toThrow(/cannot be read/);
  });
});

describe('schedules', () => {
  const at = (time: string): Date => new Date(`2026-03-10T${time}Z`);
  const due = (text: string, last: Date | undefined): string | undefined => {
    const schedule = scheduleOf(text);
    if (schedule === undefined) throw new Error(`${text} is no schedule`);
    return dueAfter(schedule, last, at('12:00:00'))?.toISOString();
  };

  it('come round', () => {
    expect(due('every 15 minutes', at('10:00:00'))).toBe('2026-03-10T10:15:00.000Z');
    expect(due('every hour', at('10:00:00'))).toBe('2026-03-10T11:00:00.000Z');
    expect(due('daily at 03:30, 15:00', at('03:30:00'))).toBe('2026-03-10T15:00:00.000Z');
    expect(due('daily at 15:00,03:30', at('15:00:30'))).toBe('2026-03-11T03:30:00.000Z');
    expect(due('daily at 00:00', at('00:00:00'))).toBe('2026-03-11T00:00:00.000Z');
    expect(due('every 15 minutes', undefined)).toBe('2026-03-10T12:00:00.000Z');
    expect(due('by hand', undefined)).toBeUndefined();
  });

  it.each(['every 1 second', 'every 0 minutes', 'daily at 24:00', 'daily', 'every', '* * * * *', 'every fortnight'])(
    '%s is none',
    (text) => expect(scheduleOf(text)).toBeUndefined(),
  );
});

it('spans of time read and write alike', () => {
  for (const text of ['30 seconds', '1 minute', '90 minutes', '6 hours', '1 day', '3 days'])
    expect(durationInWords(durationOf(text) ?? 0)).toBe(text);
  for (const text of ['', '0 days', '1', 'day', '-1 day', '1.5 hours', '1 week'])
    expect(durationOf(text)).toBeUndefined();
});
