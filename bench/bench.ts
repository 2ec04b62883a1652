/** `npm run bench -- [NAME...] [--json] [--rounds N] [--peer NAME]`: measures, and prints figures beside their peers. */
import { parseArgs } from 'node:util';
import type { Figure } from './harness/benchmark.ts';
import { machine } from './harness/machine.ts';
import { figureLine, figureTable } from './harness/print-figures.ts';
import { benchmarks, peers } from './registry.ts';

const usage = `npm run bench -- [NAME...] [--json] [--rounds N] [--peer NAME]

${benchmarks.map(({ name, about }) => `  ${name.padEnd(12)} ${about}`).join('\n')}

  --json       one JSON object a line: name, value, unit, target, against, peer, ratio
  --rounds N   how often each contender runs (default 5); figures are medians
  --peer NAME  also against a peer that has to be started: ${[...peers].join(', ')}
`;

function wrongUse(message: string): never {
  process.stderr.write(`${message}\n\n${usage}`);
  process.exit(2);
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        rounds: { type: 'string', default: '5' },
        peer: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    return wrongUse(error instanceof Error ? error.message : String(error));
  }
}

const { values, positionals } = readArguments(process.argv.slice(2));
if (values.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) wrongUse(`--rounds ${values.rounds} is no whole number above 0.`);
for (const peer of values.peer) if (!peers.has(peer)) wrongUse(`There is no peer ${peer}.`);
for (const name of positionals) {
  if (!benchmarks.some((benchmark) => benchmark.name === name)) wrongUse(`There is no benchmark ${name}.`);
}
const chosen = benchmarks.filter(({ name }) => positionals.length === 0 || positionals.includes(name));

process.stderr.write(`${machine()}\n`);
const figures: Figure[] = [];
for (const benchmark of chosen) {
  const note = (text: string): void => {
    process.stderr.write(`${benchmark.name}: ${text}\n`);
  };
  for (const figure of await benchmark.run({ rounds, peers: new Set(values.peer), note })) {
    // What this system cannot measure.
    if (!Number.isFinite(figure.value)) continue;
    figures.push(figure);
    if (values.json) process.stdout.write(figureLine(figure));
  }
}
if (!values.json) process.stdout.write(figureTable(figures));
