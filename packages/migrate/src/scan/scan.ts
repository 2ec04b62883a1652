/** Scans a folder for what a move from v2 to v3 touches. Reads only; nothing outside the folder, nothing twice without need. */
import { realpathSync } from 'node:fs';
import type { Finding, ScanReport } from './finding.ts';
import { fileMatches } from './judge/file-matches.ts';
import { findingsOf, provesV2 } from './judge/findings-of-file.ts';
import type { JudgedFile } from './judge/findings-of-file.ts';
import { firstWords, furtherWords } from './judge/worth-reading.ts';
import { confidences } from './rules/rule.ts';
import type { Confidence } from './rules/rule.ts';
import { readSource } from './walk/read-source.ts';
import { collectSkips } from './walk/skips.ts';
import type { Skips } from './walk/skips.ts';
import { sourceFiles } from './walk/walk.ts';
import type { SourceFile } from './walk/walk.ts';

export interface ScanOptions {
  /** What is less certain is only counted; default `medium`. */
  readonly minConfidence?: Confidence;
  readonly onProgress?: (progress: { readonly files: number; readonly bytes: number }) => void;
}

export async function scan(directory: string, options: ScanOptions = {}): Promise<ScanReport> {
  const { minConfidence = 'medium', onProgress } = options;
  const skips = collectSkips();
  const judged: JudgedFile[] = [];
  const others: SourceFile[] = [];
  const broken: string[] = [];
  let isProven = false;
  let files = 0;
  let bytes = 0;

  for (const file of sourceFiles(realpathSync(directory), skips)) {
    const source = readSource(file);
    if (typeof source === 'string') {
      skips.add(source, file.path);
      continue;
    }
    files++;
    bytes += source.size;
    onProgress?.({ files, bytes });
    if (firstWords.test(source.ascii) || (isProven && furtherWords.test(source.ascii))) {
      await judge(file, source.text(), { judged, broken, skips });
      isProven ||= judged.slice(-1).some(provesV2);
    } else if (!isProven) others.push(file);
  }

  // What is no proof by itself counts only beside one: of the files before the first, none is parsed without it.
  for (const file of isProven ? others : []) {
    const source = readSource(file);
    if (typeof source !== 'string' && furtherWords.test(source.ascii)) {
      await judge(file, source.text(), { judged, broken, skips });
    }
  }

  const all = judged.flatMap((file) => findingsOf(file, isProven)).sort(byPlace);
  const findings = all.filter(
    ({ confidence }) => confidences.indexOf(confidence) >= confidences.indexOf(minConfidence),
  );
  return {
    findings,
    belowConfidence: all.length - findings.length,
    files,
    bytes,
    filesReadClosely: judged.length,
    skipped: skips.list(),
    broken: broken.sort(),
    provesV2: isProven,
  };
}

interface Results {
  readonly judged: JudgedFile[];
  readonly broken: string[];
  readonly skips: Skips;
}

async function judge(
  { path, language }: SourceFile,
  source: string,
  { judged, broken, skips }: Results,
): Promise<void> {
  const result = await fileMatches(source, language);
  if (result === undefined) return skips.add('tooCostly', path);
  if (result.broken) broken.push(path);
  judged.push({ path, language, places: result.places });
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : 1);
}
