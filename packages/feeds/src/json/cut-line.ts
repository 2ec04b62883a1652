/** NDJSON: one object a line. */
import type { ItemCutter } from './item-cutter.ts';

const LINE_FEED = 0x0a;

/**
 * Delivers the line at the position and goes on to the next one. `more`: its end has not come. `broken`: it is the last
 * one and ends in the middle of its object.
 */
export function cutLine(cut: ItemCutter, final: boolean): 'line' | 'more' | 'broken' {
  const { bytes, end } = cut.window;
  const found = bytes.indexOf(LINE_FEED, cut.at);
  const ended = found !== -1 && found < end;
  cut.at = ended ? found : end;
  cut.bound();
  if (!ended && !final) return 'more';
  const item = cut.item(cut.at);
  if (!ended && item !== undefined && !item.ok && cut.whole) return 'broken';
  if (item !== undefined) cut.deliver(item);
  if (ended) {
    cut.at++;
    cut.line++;
  }
  cut.hold();
  return ended ? 'line' : 'more';
}
