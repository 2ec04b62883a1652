/** Source that nobody wrote: the same bytes for the same size, in folders of fifty files. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const names = 'order invoice route driver cache session render layout parser metric widget account ledger queue'.split(
  ' ',
);

/** One unit of code for each language, around a number that makes it differ. */
const languages: Readonly<Record<string, (name: string, n: number) => string>> = {
  ts: (name, n) =>
    `export interface ${name}${String(n)} { id: string; total: number }\nexport function load${name}${String(n)}(items: ${name}${String(n)}[], limit = ${String(n)}): number {\n  // what is over the limit waits\n  return items.filter((each) => each.total < limit).reduce((sum, each) => sum + each.total, 0);\n}\n`,
  java: (name, n) =>
    `class ${name}${String(n)} {\n  private final int limit = ${String(n)};\n  int total(java.util.List<Integer> items) {\n    int sum = 0;\n    for (int each : items) { if (each < limit) sum += each; }\n    return sum;\n  }\n}\n`,
  kt: (name, n) =>
    `class ${name}${String(n)}(val limit: Int = ${String(n)}) {\n  fun total(items: List<Int>) = items.filter { it < limit }.sum()\n}\n`,
  py: (name, n) =>
    `class ${name}${String(n)}:\n    limit = ${String(n)}\n\n    def total(self, items):\n        """The sum of what is below the limit."""\n        return sum(each for each in items if each < self.limit)\n\n`,
  go: (name, n) =>
    `func ${name}${String(n)}(items []int) int {\n\tsum := 0\n\tfor _, each := range items {\n\t\tif each < ${String(n)} {\n\t\t\tsum += each\n\t\t}\n\t}\n\treturn sum\n}\n`,
  json: (name, n) => `  "${name}${String(n)}": { "limit": ${String(n)}, "label": "the sum of what is below" },\n`,
};

const openings: Readonly<Record<string, string>> = { go: 'package demo\n', json: '{\n' };
const closings: Readonly<Record<string, string>> = { json: '  "end": true\n}\n' };

/** Of a v2 client, as a language says it. */
const v2: Readonly<Record<string, string>> = {
  ts: 'export const near = (lat: number) => fetch(`https://ev-v2.cc.api.here.com/ev/stations.json?prox=${lat},4,500&connectortype=31`);\nexport const TYPE_2 = 31;\nexport const first = (answer: any) => answer.evStations.evStation[0].poolId;\n',
  java: 'class Ev { static final int TYPE_2 = 31; String url = "https://ev-v2.cc.api.here.com/ev/stations.json"; String id(Station s) { return s.getPoolId(); } }\n',
  kt: 'object Ev {\n  const val TYPE_2 = 31\n  val url = "https://ev-v2.cc.api.here.com/ev/stations.json"\n}\n',
  py: 'TYPE_2 = 31\nURL = "https://ev-v2.cc.api.here.com/ev/stations.json"\nfirst = lambda answer: answer["evStations"]["evStation"][0]["poolId"]\n',
  go: 'const Type2 = 31\nconst url = "https://ev-v2.cc.api.here.com/ev/stations.json"\n',
  json: '  "endpoint": "https://ev-v2.cc.api.here.com/ev/stations.json", "connectorTypes": [31, 34],\n',
};

const FILE_BYTES = 8000;
const FILES_IN_FOLDER = 50;
const ONE_OF_V2_IN = 50;

export function writeSourceTree(root: string, bytes: number): void {
  const extensions = Object.keys(languages);
  for (let written = 0, file = 0; written < bytes; file++) {
    const extension = extensions[file % extensions.length] ?? 'ts';
    const text = sourceOf(extension, file);
    const folder = join(root, `part${String(Math.floor(file / FILES_IN_FOLDER))}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `file${String(file)}.${extension}`), text);
    written += text.length;
  }
}

function sourceOf(extension: string, file: number): string {
  const unit = languages[extension];
  let text = (openings[extension] ?? '') + (file % ONE_OF_V2_IN === 0 ? (v2[extension] ?? '') : '');
  for (let n = file; text.length < FILE_BYTES; n += 7) {
    const name = names[n % names.length] ?? '';
    text += unit?.(name.charAt(0).toUpperCase() + name.slice(1), n) ?? '';
  }
  return text + (closings[extension] ?? '');
}
