import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Site } from '@pantograph/model/location';
import { smallWorld, smallWorldTime } from '../../../test/small-world.ts';
import { memoryAtlas } from '../memory-atlas.ts';
import type { RestoredParts } from '../snapshot/saved-parts.ts';
import { contentTag } from './content-tag.ts';
import { DocumentFiles } from './document-files.ts';
import type { Document, KeepingSettings } from './kept-documents.ts';
import { KeptDocuments } from './kept-documents.ts';

const sites = [...memoryAtlas(smallWorld()).sites()];
const HOUR = 3_600_000;
let directory = '';
const open: KeptDocuments[] = [];

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'pantograph-kept-'));
});
afterEach(() => {
  for (const kept of open.splice(0)) kept.close();
  rmSync(directory, { recursive: true });
});

function inFiles(settings: KeepingSettings = {}, mostBytes = 1e9): KeptDocuments {
  const kept = new KeptDocuments({
    memoryBytes: 64 * 1024,
    commonAfter: 1,
    files: new DocumentFiles({ path: join(directory, 'atlas'), mostBytes }),
    ...settings,
  });
  for (const source of smallWorld().sources) kept.credits.put(source);
  open.push(kept);
  return kept;
}

function documentOf({ contentId, source }: Site, length = 3000): Document {
  const bytes = Buffer.from(contentId.repeat(length / contentId.length + 1)).subarray(0, length);
  return { bytes, gap: 7, source, until: smallWorldTime.getTime() + HOUR };
}

function keepAll(kept: KeptDocuments, length?: number, variant = 'v'): void {
  for (const site of sites) kept.keep(site, variant, documentOf(site, length), smallWorldTime);
}

/** As a copy: what is read next may stand in its place. */
function read(kept: KeptDocuments, site: Site, variant = 'v', now = smallWorldTime): object | undefined {
  const found = kept.get(site.contentId, variant, now);
  if (found === undefined) return undefined;
  const { bytes, gap, source, tag, until } = found;
  return { bytes: Buffer.from(bytes), gap, source, tag, until };
}

function expected(site: Site, length?: number): object {
  const document = documentOf(site, length);
  return { ...document, tag: contentTag(document.bytes) };
}

/** What a snapshot would hand to the next process. */
function remembered(kept: KeptDocuments): RestoredParts {
  return new Map(
    kept.save().map(({ name, pieces }) => {
      const bytes = Buffer.concat([...pieces]);
      const shared = new SharedArrayBuffer(bytes.length);
      new Uint8Array(shared).set(bytes);
      return [name, shared];
    }),
  );
}

function afterRestart(kept: KeptDocuments, meanwhile: () => void = () => undefined): KeptDocuments {
  const parts = remembered(kept);
  kept.close();
  meanwhile();
  const next = inFiles();
  next.restore(parts);
  return next;
}

describe('kept documents', () => {
  it('are there until something about their site changes or their time is over', () => {
    const kept = new KeptDocuments();
    for (const source of smallWorld().sources) kept.credits.put(source);
    keepAll(kept);
    const [one, other] = sites;
    if (one === undefined || other === undefined) throw new Error('the small world is empty');
    expect(read(kept, one)).toEqual(expected(one));
    expect(read(kept, one, 'w')).toBeUndefined();
    expect(read(kept, one, 'v', new Date(smallWorldTime.getTime() + HOUR))).toBeUndefined();
    kept.forget(one.contentId);
    expect(read(kept, one)).toBeUndefined();
    expect(read(kept, other)).toEqual(expected(other));
    kept.clear();
    expect(read(kept, other)).toBeUndefined();
  });

  it('do without those that show a tariff that has changed', () => {
    const kept = new KeptDocuments();
    const priced = sites.find(({ location }) => location.id === 'DELFT-MARKT');
    const free = sites.find(({ location }) => location.id === 'DELFT-NOBODY');
    if (priced === undefined || free === undefined) throw new Error('the small world has other places');
    keepAll(kept);
    kept.tariffs.changed({ source: 'elsewhere', countryCode: 'NL', partyId: 'X', id: 'T-CARD' });
    expect(read(kept, priced)).toBeDefined();
    kept.tariffs.changed({ source: priced.source.name, countryCode: 'NL', partyId: 'X', id: 'T-CARD' });
    expect(read(kept, priced)).toBeUndefined();
    expect(read(kept, free)).toBeDefined();
    kept.keep(priced, 'v', documentOf(priced), smallWorldTime);
    expect(read(kept, priced)).toBeDefined();
  });

  it('in files are more than fit into memory, and survive the process', () => {
    const variants = ['v', 'w', 'x'];
    const kept = inFiles();
    for (const variant of variants) keepAll(kept, 3000, variant);
    kept.save();
    for (const site of sites) for (const variant of variants) expect(read(kept, site, variant)).toEqual(expected(site));
    const next = afterRestart(kept);
    for (const site of sites) for (const variant of variants) expect(read(next, site, variant)).toEqual(expected(site));
    keepAll(next, 1000);
    const last = afterRestart(next);
    for (const site of sites) expect(read(last, site)).toEqual(expected(site, 1000));
    for (const site of sites) expect(read(last, site, 'w')).toEqual(expected(site));
  });

  it('in files are those of common variants alone', () => {
    const kept = inFiles({ commonAfter: sites.length });
    keepAll(kept);
    const next = afterRestart(kept);
    expect(sites.filter((site) => read(next, site) !== undefined)).toHaveLength(1);
  });

  it('in files take no more room than they may', () => {
    const kept = inFiles({}, 60_000);
    for (let round = 0; round < 20; round++) {
      keepAll(kept);
      kept.save();
    }
    const sizes = readdirSync(directory).map((name) => statSync(join(directory, name)).size);
    expect(sizes).toHaveLength(2);
    // A file is left when it is full: by one record more.
    expect(Math.max(...sizes)).toBeLessThan(60_000 / 2 + 2 * 3200);
    const next = afterRestart(kept);
    const found = sites.filter((site) => read(next, site) !== undefined);
    expect(found.length).toBeGreaterThan(5);
    for (const site of found) expect(read(next, site)).toEqual(expected(site));
  });

  it('that are damaged are not there, and all others are', () => {
    const next = afterRestart(keptAll(), () => {
      const file = join(directory, 'atlas.documents-0');
      const bytes = readFileSync(file);
      bytes[5000] = (bytes[5000] ?? 0) ^ 1;
      writeFileSync(file, bytes);
    });
    expect(sites.filter((site) => read(next, site) === undefined)).toHaveLength(1);
  });

  it.each([
    ['was cut', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 9000))],
    ['is another one', (file: string) => writeFileSync(file, Buffer.alloc(100_000, readFileSync(file).subarray(200)))],
    ['is gone', (file: string) => rmSync(file)],
  ])('of a file that %s are not there', (_, spoil) => {
    const next = afterRestart(keptAll(), () => spoil(join(directory, 'atlas.documents-0')));
    expect(sites.filter((site) => read(next, site) !== undefined)).toEqual([]);
    keepAll(next);
    const last = afterRestart(next);
    for (const site of sites) expect(read(last, site)).toEqual(expected(site));
  });
});

function keptAll(): KeptDocuments {
  const kept = inFiles();
  keepAll(kept);
  return kept;
}
