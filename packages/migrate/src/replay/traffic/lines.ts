/** Text as lines, of which none is kept beyond a bound. */

const LONGEST_LINE = 16 * 1024;

/** `undefined` stands for a line that is longer; CR before LF belongs to neither. */
export async function* linesOf(text: AsyncIterable<string>, longest = LONGEST_LINE): AsyncIterable<string | undefined> {
  let kept = '';
  let tooLong = false;
  for await (const chunk of text) {
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      const line = kept + chunk.slice(start, end);
      yield tooLong || line.length > longest ? undefined : line.replace(/\r$/, '');
      [kept, tooLong, start] = ['', false, end + 1];
    }
    kept += chunk.slice(start);
    if (kept.length <= longest) continue;
    [kept, tooLong] = ['', true];
  }
  if (tooLong) yield undefined;
  else if (kept !== '') yield kept.replace(/\r$/, '');
}
