/** Findings out of what matched in a file, when it is known what proves a v2 client. */
import type { Language } from '../code/language.ts';
import type { Finding } from '../finding.ts';
import { confidences } from '../rules/rule.ts';
import type { Confidence, Rule } from '../rules/rule.ts';
import type { FileMatches, Place } from './file-matches.ts';
import type { Match } from './match.ts';

export interface JudgedFile {
  readonly path: string;
  readonly language: Language;
  readonly places: FileMatches['places'];
}

export const provesV2 = ({ places }: Pick<FileMatches, 'places'>): boolean =>
  places.some(({ candidates }) => candidates.some(({ proves }) => proves));

const rank = (confidence: Confidence): number => confidences.indexOf(confidence);

/** @param fileIsV2 whether the file proves it; by default as it stands */
export function findingsOf(file: JudgedFile, projectIsV2: boolean, fileIsV2 = provesV2(file)): Finding[] {
  return merged(countingPlaces(file.places, { projectIsV2, fileIsV2 }), file);
}

interface Proofs {
  readonly projectIsV2: boolean;
  readonly fileIsV2: boolean;
}

/** Places that count, not the least certain ones among them. */
export function surePlaces(places: readonly Place[], proofs: Proofs): Judged[] {
  return countingPlaces(places, proofs).filter(({ match }) => match.confidence !== 'low');
}

function countingPlaces(places: readonly Place[], { projectIsV2, fileIsV2 }: Proofs): Judged[] {
  const allowed = ({ needs }: Match): boolean => needs === 'none' || (needs === 'project' ? projectIsV2 : fileIsV2);
  return places.flatMap((place) => {
    const match = surest(place.candidates.filter(allowed));
    return match === undefined ? [] : [{ place, match }];
  });
}

const surest = (matches: readonly Match[]): Match | undefined =>
  matches.reduce<Match | undefined>(
    (best, each) => (best === undefined || rank(each.confidence) > rank(best.confidence) ? each : best),
    undefined,
  );

interface Judged {
  readonly place: Place;
  readonly match: Match;
}

/** One finding of a rule for a line; for data and once-per-file rules, one for the file, with a count. */
function merged(judged: readonly Judged[], { path, language }: JudgedFile): Finding[] {
  const found = new Map<string, Finding & { occurrences: number }>();
  for (const { place, match } of judged) {
    const { line, column, snippet } = place;
    const { rule, text, becomes, confidence } = match;
    const once = language.isData || rule.oncePerFile === true;
    const key = once ? `${rule.id}\n${confidence}` : `${rule.id}\n${String(line)}\n${becomes}`;
    const known = found.get(key);
    if (known !== undefined) {
      if (once) known.occurrences++;
      continue;
    }
    found.set(key, {
      rule: rule.id,
      file: path,
      language: language.id,
      line,
      column,
      length: text.length,
      text,
      message: messageOf(rule, text, becomes),
      snippet,
      confidence,
      occurrences: 1,
    });
  }
  return [...found.values()];
}

const messageOf = ({ what }: Rule, text: string, becomes: string): string =>
  what.replace('{text}', () => text).replace('{becomes}', () => becomes);
