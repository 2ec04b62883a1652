/** `pantograph scan`: what a move from v2 to v3 touches in the source of a client. */
import { statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Confidence, ScanReport } from '@pantograph/migrate/scan';
import type { Command } from 'commander';
import { Option } from 'commander';
import { exitCode } from './exit-code.ts';
import type { ExitCode } from './exit-code.ts';
import { Failure, explain } from './failure.ts';
import { progressOn } from './progress.ts';
import type { Terminal } from './terminal.ts';

const formats = ['text', 'json', 'sarif', 'html'] as const;
type Format = (typeof formats)[number];

interface ScanCommandOptions {
  readonly format: Format;
  readonly out?: string;
  readonly minConfidence: Confidence;
}

export function addScanCommand(root: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  root
    .command('scan')
    .description('Find in the source of a client what a move from v2 to v3 touches. Changes nothing.')
    .argument('<directory>', 'where the source is')
    .addOption(new Option('--format <format>', 'form of the report').choices(formats).default('text'))
    .option('--out <file>', 'write the report to this file')
    .addOption(
      new Option('--min-confidence <confidence>', 'leave out what is less certain')
        .choices(['low', 'medium', 'high'] satisfies Confidence[])
        .default('medium'),
    )
    .addHelpText(
      'after',
      `
TypeScript, JavaScript, Java, Kotlin, Swift, Python, C#, Go, Dart and PHP are read by their syntax; JSON, YAML, XML,
properties and SQL as configuration and data. Exit code 1 says that something was found.

Examples
  pantograph scan .
  pantograph scan app/src --format html --out scan.html
  pantograph scan . --format sarif --out scan.sarif --min-confidence high`,
    )
    .action(async (directory: string, options: ScanCommandOptions) => done(await scanIn(directory, options, terminal)));
}

async function scanIn(directory: string, options: ScanCommandOptions, terminal: Terminal): Promise<ExitCode> {
  checkDirectory(directory);
  if (options.out !== undefined) write(options.out, '');
  const { scan } = await import('@pantograph/migrate/scan');
  const progress = progressOn(terminal, 'files');
  let report: ScanReport;
  try {
    report = await scan(directory, {
      minConfidence: options.minConfidence,
      onProgress: ({ files }) => progress.to(files),
    });
  } catch (error) {
    throw explain(error, `read ${directory}`) ?? error;
  } finally {
    progress.end();
  }
  const text = await written(report, options.format, directory);
  if (options.out === undefined) terminal.out(text);
  else {
    write(options.out, text);
    terminal.err(`${String(report.findings.length)} findings in ${options.out}\n`);
  }
  return report.findings.length > 0 ? exitCode.findings : exitCode.done;
}

async function written(report: ScanReport, format: Format, directory: string): Promise<string> {
  const { htmlReport, jsonReport, sarifReport, textReport } = await import('@pantograph/migrate/scan');
  if (format === 'json') return jsonReport(report);
  if (format === 'sarif') return sarifReport(report);
  return format === 'html' ? htmlReport(report, basename(resolve(directory))) : textReport(report);
}

function checkDirectory(directory: string): void {
  const found = statSync(directory, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return;
  const what = found === undefined ? 'There is no folder' : 'It is no folder:';
  throw new Failure(`${what} ${directory}`, 'Name the folder that holds the source of the client.');
}

/** Also tried before the work, so that it is not done in vain. */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw explain(error, `write ${file}`) ?? error;
  }
}
