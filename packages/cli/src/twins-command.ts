/** `pantograph twins`: EVSEs that several locations tell of. Servers over the same directory take up decisions within a second. */
import { existsSync, mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Store, TwinReport } from '@pantograph/server';
import { countTwins, normalEvseId, openTwinDecisions, openTwinReport } from '@pantograph/server';
import type { Command } from 'commander';
import { DEFAULT_DIRECTORY, filesIn, openExistingStore } from './data-directory.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain as explainError } from './failure.ts';
import type { Terminal } from './terminal.ts';
import { countsInWords, findingInWords, placeInWords, twinsInWords } from './twins-in-words.ts';

interface TwinsOptions {
  readonly data: string;
  readonly json: boolean;
}

interface ListOptions extends TwinsOptions {
  readonly source?: string;
}

/** @param done hears the exit code of the command that ran */
export function addTwinsCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const command = root
    .command('twins')
    .description('EVSEs that several locations tell of, and which of those is shown.');

  common(command.command('list'))
    .description('List the locations that are not shown, or not all of them, and what shows them.')
    .option('--source <name>', 'only locations of this source')
    .action(async (options: ListOptions) => done(await list(options, terminal)));

  common(command.command('count'))
    .description('How many twins there are, by kind.')
    .action(async (options: TwinsOptions) => done(await count(options, terminal)));

  common(command.command('explain <id>'))
    .description('Say of an EVSE id or a location id which copies there are, what is shown, and why.')
    .addHelpText(
      'after',
      `\nExamples\n  pantograph twins explain NL*PGO*E00023*1\n  pantograph twins explain pan0-mO0gHV00GBoMe-aa4NDfQA`,
    )
    .action(async (id: string, options: TwinsOptions) => done(await explain(id, options, terminal)));

  common(command.command('split <id>'))
    .description('Show every copy of an EVSE id, or all of a location, from now on: they are no twins.')
    .addHelpText('after', `\nExample\n  pantograph twins split NL*ABC*E1`)
    .action(async (id: string, options: TwinsOptions) => done(await split(id, options, terminal)));

  common(command.command('pin <evse-id> <location-id>'))
    .description('Always show the copy that this location has.')
    .addHelpText('after', `\nExample\n  pantograph twins pin NL*PGO*E00023*1 pan0-mO0gHV00GBoMe-aa4NDfQA`)
    .action(async (evseId: string, locationId: string, options: TwinsOptions) =>
      done(await pin(evseId, locationId, options, terminal)),
    );

  common(command.command('reset [id]'))
    .description('Take back what was decided of an EVSE id or a location, or everything.')
    .action(async (id: string | undefined, options: TwinsOptions) => done(await reset(id, options, terminal)));
}

function common(command: Command): Command {
  return command.option('--data <directory>', 'data directory', DEFAULT_DIRECTORY).option('--json', 'as JSON', false);
}

function list({ source, ...options }: ListOptions, terminal: Terminal): Promise<ExitCode> {
  return reporting(options, (report) => {
    const places = [...report.hiddenPlaces()].filter(({ key }) => source === undefined || key.source === source);
    const decisions = decided(options, (store) => store.list()) ?? [];
    if (options.json) {
      const twins = [...report.twins()].filter(
        ({ copies }) => source === undefined || copies.some(({ key }) => key.source === source),
      );
      printJson(terminal, { locations: places, twins, findings: [...report.findings()], decisions });
      return;
    }
    for (const place of places) terminal.out(`${placeInWords(place)}\n`);
    for (const finding of report.findings()) terminal.out(`${findingInWords(finding)}\n`);
    for (const { kind, decidedAt, ...of } of decisions) {
      terminal.out(`decided ${kind} ${Object.values(of).join(' ')} at ${decidedAt}\n`);
    }
    if (places.length === 0) terminal.err('Every location is shown as its source tells it.\n');
  });
}

function count(options: TwinsOptions, terminal: Terminal): Promise<ExitCode> {
  return reporting(options, (report, store) => {
    const counts = countTwins(report, store);
    if (options.json) printJson(terminal, counts);
    else terminal.out(countsInWords(counts));
  });
}

function explain(id: string, options: TwinsOptions, terminal: Terminal): Promise<ExitCode> {
  return reporting(options, (report, store) => {
    const subject = subjectOf(id, store);
    const place = subject.contentId && report.ofPlace(subject.contentId);
    const ids = subject.contentId === undefined ? [subject.id] : report.sharedIds(subject.contentId);
    const evses = ids.map((evseId) => ({ evseId, ...report.ofId(evseId) }));
    if (options.json) {
      printJson(terminal, { ...(place && { location: place }), evses });
      return;
    }
    if (place !== undefined) terminal.out(`${placeInWords(place)}\n`);
    for (const { evseId, twins, finding } of evses) {
      for (const group of twins) terminal.out(twinsInWords(group));
      if (finding !== undefined) terminal.out(`${findingInWords(finding)}\n`);
      else if (twins.length === 0) terminal.out(`${evseId}: no two locations that are shown tell of it.\n`);
    }
    if (ids.length === 0) terminal.out('No other location tells of its EVSEs.\n');
  });
}

async function split(id: string, options: TwinsOptions, terminal: Terminal): Promise<ExitCode> {
  const subject = await withStore(options, (store) => subjectOf(id, store));
  const decision = { kind: 'split', ...subject, decidedAt: terminal.now().toISOString() } as const;
  return decide(options, terminal, (store) => store.add(decision), decision);
}

async function pin(evseId: string, locationId: string, options: TwinsOptions, terminal: Terminal): Promise<ExitCode> {
  const id = usableId(evseId);
  const contentId = await withStore(options, (store) => {
    const found = storedAt(locationId, store);
    if (found === undefined) throw noLocation(locationId);
    if (found.location.evses.some((evse) => normalEvseId(evse.evse_id) === id)) return found.contentId;
    const ids = found.location.evses.flatMap((evse) => evse.evse_id ?? []);
    throw new Failure(
      `The location ${locationId} has no EVSE ${evseId}.`,
      `It has ${ids.length === 0 ? 'none with an id' : ids.slice(0, 8).join(', ')}.`,
    );
  });
  const decision = { kind: 'pin', id, contentId, decidedAt: terminal.now().toISOString() } as const;
  return decide(options, terminal, (store) => store.add(decision), decision);
}

async function reset(id: string | undefined, options: TwinsOptions, terminal: Terminal): Promise<ExitCode> {
  const subject = id === undefined ? undefined : await withStore(options, (store) => subjectOf(id, store));
  const dropped = decided(options, (store) => store.reset(subject)) ?? 0;
  if (options.json) printJson(terminal, { dropped });
  else terminal.err(dropped === 0 ? 'Nothing was decided of that.\n' : `${String(dropped)} taken back.\n`);
  return exitCode.done;
}

type Decisions = ReturnType<typeof openTwinDecisions>;

function decide(
  options: TwinsOptions,
  terminal: Terminal,
  work: (store: Decisions) => void,
  decision: object,
): ExitCode {
  mkdirSync(resolve(options.data), { recursive: true });
  withDecisions(options, work);
  if (options.json) printJson(terminal, decision);
  else
    terminal.err(
      'Decided. A server that runs takes it up within a second; take it back with: pantograph twins reset\n',
    );
  return exitCode.done;
}

/** `undefined` where nothing was ever decided. */
function decided<Result>(options: TwinsOptions, work: (store: Decisions) => Result): Result | undefined {
  return existsSync(filesIn(options.data).twinDecisions) ? withDecisions(options, work) : undefined;
}

function withDecisions<Result>(options: TwinsOptions, work: (store: Decisions) => Result): Result {
  const file = filesIn(options.data).twinDecisions;
  let store: Decisions | undefined;
  try {
    store = openTwinDecisions(file);
    return work(store);
  } catch (error) {
    throw explainError(error, `use the decisions in ${file}`) ?? error;
  } finally {
    store?.close();
  }
}

function reporting(options: TwinsOptions, work: (report: TwinReport, store: Store) => void): Promise<ExitCode> {
  return withStore(options, (store) => {
    const files = filesIn(options.data);
    let report: TwinReport | undefined;
    try {
      report = openTwinReport(files, store);
      work(report, store);
      return exitCode.done;
    } catch (error) {
      throw explainError(error, `use the table of twins in ${files.twins}`) ?? error;
    } finally {
      report?.close();
    }
  });
}

async function withStore<Result>({ data }: TwinsOptions, work: (store: Store) => Result): Promise<Result> {
  const store = openExistingStore(data);
  try {
    return work(store);
  } finally {
    await store.close();
  }
}

type ContentId = Parameters<Store['location']>[0];

/** What comes after the last colon, as in the APIs. */
function storedAt(id: string, store: Store): ReturnType<Store['location']> {
  return store.location(id.slice(id.lastIndexOf(':') + 1) as ContentId);
}

type Subject =
  { readonly id: string; readonly contentId?: never } | { readonly contentId: ContentId; readonly id?: never };

function subjectOf(text: string, store: Store): Subject {
  const stored = storedAt(text, store);
  if (stored !== undefined) return { contentId: stored.contentId };
  const id = normalEvseId(text);
  if (id !== undefined) return { id };
  throw noLocation(text);
}

function usableId(text: string): string {
  const id = normalEvseId(text);
  if (id !== undefined) return id;
  throw new Failure(
    `${text} is no EVSE id that could have twins.`,
    'Such ids look like NL*ABC*E123; see docs/twins.md.',
  );
}

function noLocation(text: string): Failure {
  return new Failure(
    `${text} is neither the id of a location here nor an EVSE id.`,
    'Ids of locations begin with pan0-, as the APIs give them; EVSE ids look like NL*ABC*E123.',
  );
}

function printJson(terminal: Terminal, value: unknown): void {
  terminal.out(`${JSON.stringify(value, undefined, 2)}\n`);
}
