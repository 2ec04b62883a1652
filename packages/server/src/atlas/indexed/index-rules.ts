/** By what rules rows are made: an index that was written down under other rules says something else. */
import { crc32 } from 'node:zlib';
import { statuses, v3Standards } from '@pantograph/model/vocabulary';

/** To be raised with every change of what the index keeps of a place, and of how its columns lie. */
const ROWS_VERSION = 4;

/** Status codes and bits of standards are places in these tables; words are folded by what the runtime knows of Unicode. */
export const indexRules = [
  `rows ${String(ROWS_VERSION)}`,
  `tables ${crc32(JSON.stringify([statuses.map(({ status }) => status), v3Standards])).toString(16)}`,
  `Unicode ${process.versions.unicode ?? 'unknown'}`,
  new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little-endian' : 'big-endian',
].join(', ');
