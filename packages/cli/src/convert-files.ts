/** Runs a conversion from the inputs to the output, counts what it costs, and tells the shell how it went. */
import { writeFileSync } from 'node:fs';
import type { Conversion, Converter, Report } from '@pantograph/migrate/convert';
import { LossReport, converter, isOcpi, reportInWords } from '@pantograph/migrate/convert';
import type { ConvertCommandOptions } from './convert-options.ts';
import type { InputItem } from './convert-input.ts';
import { inputItems } from './convert-input.ts';
import type { Output } from './convert-output.ts';
import { openOutput } from './convert-output.ts';
import { convertInWords } from './convert-in-words.ts';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { explain } from './failure.ts';
import { checkFeed } from './feed-bytes.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { stopSignal } from './until-stopped.ts';

export async function convertFiles(
  files: readonly string[],
  options: ConvertCommandOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { from, to, allow, report: reportFile } = options;
  for (const file of files) checkFeed(file);
  if (options.tariffs !== undefined) checkFeed(options.tariffs);
  // What cannot be written shows before the work is done.
  if (reportFile !== undefined) writeReport(reportFile, '');
  const stopping = stopSignal();
  const run = runOf(options, terminal);
  const losses = new LossReport({ from, to }, allow);
  const failures: string[] = [];
  try {
    if (options.tariffs !== undefined) await run.readTariffs(options.tariffs, losses, failures, stopping);
    for (const file of files) await run.readLocations(file, losses, failures, stopping);
    await run.end();
  } catch (error) {
    if (!stopping.aborted) throw error;
    terminal.err('Stopped before the end of the input; what is written so far is not complete.\n');
    return exitCode.interrupted;
  }
  const report = losses.result;
  if (reportFile !== undefined) writeReport(reportFile, reportText(report, options));
  terminal.err(convertInWords(report, failures, reportFile));
  return exitCodeOf(report, failures, options);
}

interface Run {
  readTariffs(from: string, losses: LossReport, failures: string[], stopping: AbortSignal): Promise<void>;
  readLocations(from: string, losses: LossReport, failures: string[], stopping: AbortSignal): Promise<void>;
  end(): Promise<void>;
}

function runOf(options: ConvertCommandOptions, terminal: Terminal): Run {
  const { from, to, out, shape, tariffsOut, maxObjectMb } = options;
  const now = terminal.now();
  const convert = converterOf(options, now);
  const output = openOutput(out, shape, to, now);
  const tariffOutput = tariffsOut === undefined ? undefined : openOutput(tariffsOut, 'ndjson', to, now);
  const written = new Set<string>();
  const progress = progressOn(terminal, 'objects');
  let objects = 0;

  async function read(
    feed: string,
    failures: string[],
    stopping: AbortSignal,
    take: (item: InputItem) => readonly Conversion[],
    into: Output | undefined,
    add: (conversion: Conversion, where: string) => void,
    refuse: (item: Extract<InputItem, { message: string }>) => void,
  ): Promise<void> {
    let share: number | undefined;
    const limits = { xml: from === 'v2', maxBytes: maxObjectMb * 1024 * 1024, stopping };
    try {
      for await (const item of inputItems(feed, limits, (part) => (share = part))) {
        stopping.throwIfAborted();
        if (item.kind === 'refused' || item.kind === 'failed') {
          refuse(item);
          if (item.kind === 'failed') failures.push(item.message);
          continue;
        }
        for (const conversion of take(item)) {
          add(conversion, item.where);
          if (conversion.object !== undefined) await into?.write(conversion.object);
          await writeTariffs(conversion);
        }
        progress.to(++objects, share);
      }
    } catch (error) {
      throw explain(error, `read ${feed}`) ?? error;
    } finally {
      progress.end();
    }
  }

  /** Locations share tariffs; each is written once. */
  async function writeTariffs({ tariffs }: Conversion): Promise<void> {
    for (const tariff of tariffs) {
      const id = 'id' in tariff ? String(tariff.id) : JSON.stringify(tariff);
      if (tariffOutput === undefined || written.has(id)) continue;
      written.add(id);
      await tariffOutput.write(tariff);
    }
  }

  const words = isOcpi(from) ? 'ocpi' : from === 'v2' ? 'v2' : 'v3';
  return {
    readTariffs: (feed, losses, failures, stopping) =>
      read(
        feed,
        failures,
        stopping,
        (item) => (item.kind === 'value' ? convert.addTariff(item.value) : []),
        undefined,
        (conversion, where) => losses.addFindings(conversion, where),
        ({ code, message, where }) => losses.refuse(code, message, 'ocpi tariff', where),
      ),
    readLocations: (feed, losses, failures, stopping) =>
      read(
        feed,
        failures,
        stopping,
        (item) =>
          item.kind === 'xml'
            ? convert.convertXml(item.text)
            : item.kind === 'value'
              ? convert.convert(item.value)
              : [],
        output,
        (conversion, where) => losses.add(conversion, where),
        ({ code, message, where }) => losses.refuse(code, message, words, where),
      ),
    end: async () => {
      await output.end();
      await tariffOutput?.end();
    },
  };
}

function converterOf(options: ConvertCommandOptions, now: Date): Converter {
  const { from, to, source, country, party, extension, tariffsOut } = options;
  return converter({
    from,
    to,
    now,
    source,
    extension,
    tariffs: tariffsOut !== undefined,
    ...(country === undefined ? {} : { countryCode: country }),
    ...(party === undefined ? {} : { partyId: party }),
  });
}

function reportText(report: Report, { report: file = '', reportFormat }: ConvertCommandOptions): string {
  const format = reportFormat ?? (file.endsWith('.json') ? 'json' : 'text');
  return format === 'json' ? `${JSON.stringify(report, undefined, 2)}\n` : reportInWords(report);
}

function writeReport(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw explain(error, `write the report to ${file}`) ?? error;
  }
}

function exitCodeOf(
  { objects, losses, rules }: Report,
  failures: readonly string[],
  { strict }: ConvertCommandOptions,
): ExitCode {
  // Tariffs are refused too, and are none of the objects.
  const refused = objects.refused > 0 || rules.some(({ effect }) => effect === 'refused');
  if (failures.length > 0 || refused) return exitCode.findings;
  return strict && losses > 0 ? exitCode.findings : exitCode.done;
}
