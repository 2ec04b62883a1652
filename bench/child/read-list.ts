/** Reads and parses a paged OCPI list and does nothing with it: `read-list.ts URL`. */
import { measured } from '../harness/measure.ts';

const [first = ''] = process.argv.slice(2);
const measurement = await measured(async () => {
  let count = 0;
  for (let next: string | undefined = `${first}?limit=500`; next !== undefined;) {
    const response: Response = await fetch(next);
    const { data } = (await response.json()) as { readonly data: readonly unknown[] };
    count += data.length;
    next = /<([^>]+)>/.exec(response.headers.get('link') ?? '')?.[1];
  }
  return count;
});
process.stdout.write(`${JSON.stringify(measurement)}\n`);
