/** `npm run bench -- [NAME...] [--json] [--rounds N] [--locations N] [--peer NAME]`: measures, and prints figures beside their peers. */
import { parseArgs } from 'node:util';
import type { Figure } from './harness/benchmark.ts';
import { machine } from './harness/machine.ts';
import { figureLine, figureTable, targetTable } from './harness/print-figures.ts';
import { benchmarks, peers } from './registry.ts';

const NAME_WIDTH = Math.max(...benchmarks.map(({ name }) => name.length));

const usage = `npm run bench -- [NAME...] [--json] [--rounds N] [--locations N] [--peer NAME]

${benchmarks.map(({ name, about }) => `  ${name.padEnd(NAME_WIDTH)} ${about}`).join('\n')}

  --json         one JSON object a line: name, value, unit, target, ambition, against, peer, ratio
  --rounds N     how often each contender runs (default 5); figures are medians
  --locations N  size of the world that is served (default 100000)
  --size BYTES   of files that are generated, such as 1g (default: each benchmark's own)
  --peer NAME    also against a peer that has to be started: ${[...peers].join(', ')}
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
        locations: { type: 'string', default: '100000' },
        size: { type: 'string' },
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
function positive(option: string, text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) wrongUse(`--${option} ${text} is no whole number above 0.`);
  return number;
}
const rounds = positive('rounds', values.rounds);
const locations = positive('locations', values.locations);
function bytes(text: string): number {
  const [, digits, unit = ''] = /^(\d{1,6})([kmg]?)$/i.exec(text) ?? [];
  if (digits === undefined) wrongUse(`--size ${text} is no size such as 500m or 1g.`);
  return positive('size', digits) * 1000 ** ['', 'k', 'm', 'g'].indexOf(unit.toLowerCase());
}
const size = values.size === undefined ? {} : { size: bytes(values.size) };
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
  for (const figure of await benchmark.run({ rounds, locations, ...size, peers: new Set(values.peer), note })) {
    // What this system cannot measure.
    if (!Number.isFinite(figure.value)) continue;
    figures.push(figure);
    if (values.json) process.stdout.write(figureLine(figure));
  }
}
if (!values.json) process.stdout.write(`${figureTable(figures)}\n${targetTable(figures)}`);
