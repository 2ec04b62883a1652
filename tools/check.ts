/**
 * Everything a developer must know before committing: format, lint, types, import directions, unused code, tests.
 * Each check counts as one; the last line of the output sums up. Exit code 1 if anything failed.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Check {
  readonly name: string;
  readonly command: readonly string[];
}

const checks: readonly Check[] = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '--max-warnings', '0', '.'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'types of the page', command: ['tsc', '--noEmit', '-p', 'packages/map'] },
  { name: 'types of the client, without Node', command: ['tsc', '--noEmit', '-p', 'packages/client'] },
  { name: 'import directions', command: ['depcruise', '--output-type', 'err', 'packages', 'test', 'bench', 'tools'] },
  {
    name: 'unused exports',
    command: [
      'ts-unused-exports',
      'tsconfig.unused.json',
      '--allowUnusedTypes',
      '--excludePathsFromReport=index.ts;config.ts',
    ],
  },
];

function run(command: readonly string[]): boolean {
  const [program = '', ...rest] = command;
  return spawnSync(program, rest, { stdio: 'inherit' }).status === 0;
}

interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
}

function runTests(): { passed: number; failed: number; skipped: number } {
  const reportFile = join(tmpdir(), `pantograph-tests-${process.pid}.json`);
  const ok = run(['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]);
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as TestReport;
  rmSync(reportFile);
  // A file that does not load fails no test of its own, yet the run has failed.
  const failed = report.numFailedTests === 0 && !ok ? Math.max(1, report.numFailedTestSuites) : report.numFailedTests;
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests + report.numTodoTests };
}

let failedChecks = 0;
for (const check of checks) {
  const ok = run(check.command);
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${check.name}`);
  if (!ok) failedChecks++;
}
const tests = runTests();
const failed = tests.failed + failedChecks;
console.log(`${tests.passed + checks.length - failedChecks} passed, ${failed} failed, ${tests.skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
