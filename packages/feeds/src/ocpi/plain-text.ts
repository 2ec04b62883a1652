/** Text as people should see it: no HTML, no control characters, no white space around it. */

interface PlainText {
  readonly text: string;
  readonly hadHtml: boolean;
}

/** True where there is nothing to clean, which is nearly always. */
export function isPlain(text: string, mayHoldHtml: boolean): boolean {
  const last = text.length - 1;
  if (last < 0 || text.charCodeAt(0) <= 0x20 || text.charCodeAt(last) <= 0x20) return false;
  for (let at = 0; at <= last; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x20 ? code !== 0x0a : code >= 0x7f && isOdd(code)) return false;
    if (mayHoldHtml && (code === 0x3c || code === 0x26)) return false;
  }
  return true;
}

/** C1 controls, the no-break space, byte order marks, and halves of surrogate pairs, which may be without the other. */
function isOdd(code: number): boolean {
  return code <= 0xa0 || code === 0xfeff || (code >= 0xd800 && code <= 0xdfff);
}

/** Keeps line breaks; all other control characters and runs of spaces become one space. */
export function toPlain(text: string, mayHoldHtml: boolean): PlainText {
  const withoutHtml = mayHoldHtml ? decodeEntities(dropTags(text)) : text;
  const plain = withoutHtml
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]+|\u{feff}/gu, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .trim();
  return { text: plain, hadHtml: withoutHtml !== text };
}

function dropTags(text: string): string {
  if (!/<[a-z!/]/i.test(text)) return text;
  return text
    .replace(/<(br|\/p|\/div|\/li|\/tr|\/h\d)\b[^<>]*>/gi, '\n')
    .replace(/<(?:[a-z][a-z0-9]*|\/[a-z][a-z0-9]*|!--|!doctype)\b[^<>]*>/gi, '')
    .replace(/\n{2,}/g, '\n');
}

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    euro: '€',
    szlig: 'ß',
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
    aring: 'å',
    Aring: 'Å',
    ccedil: 'ç',
    Ccedil: 'Ç',
    ntilde: 'ñ',
    Ntilde: 'Ñ',
  }),
);

/** The marks that HTML names after a letter: `&eacute;` is é. */
const marks = new Map(
  Object.entries({ acute: '\u0301', grave: '\u0300', circ: '\u0302', tilde: '\u0303', uml: '\u0308' }),
);

function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi, decodeEntity);
}

function decodeEntity(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return named.get(name) ?? accented(name) ?? entity;
  const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

function accented(name: string): string | undefined {
  const mark = marks.get(name.slice(1));
  return mark === undefined ? undefined : `${name.slice(0, 1)}${mark}`.normalize('NFC');
}
