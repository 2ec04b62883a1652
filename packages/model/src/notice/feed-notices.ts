/** Findings about a feed as bytes and as JSON, before any object of it is looked at. */
import type { NoticeEntry } from './notice-entry.ts';

export const feedNotices = {
  source_unreadable: {
    severity: 'error',
    message: '{file} cannot be read: {reason}.',
    advice: 'Check the path or URL and whether it may be read from here.',
  },
  source_cut_short: {
    severity: 'error',
    message: '{file} broke off after {bytes} bytes: {reason}.',
    advice: 'Fetch it again; what came before the break is kept, and importing the same object twice changes nothing.',
  },
  gzip_cut_short: {
    severity: 'error',
    message: '{file} is a gzip file whose end is missing.',
    advice: 'Fetch or pack the file again; what could be unpacked is kept.',
  },
  gzip_damaged: {
    severity: 'error',
    message: '{file} is a damaged gzip file: {reason}.',
    advice: 'Fetch or pack the file again; what could be unpacked is kept.',
  },
  empty_input: {
    severity: 'error',
    message: '{file} is empty.',
    advice: 'A feed without objects is an empty array: [].',
  },
  unknown_format: {
    severity: 'error',
    message: '{file} is not JSON: it looks like {found}.',
    advice:
      'Send OCPI objects as a JSON array, an OCPI envelope, one object per line, or a single object; plain or gzip.',
  },
  wrong_encoding: {
    severity: 'error',
    message: '{file} is {found}, not UTF-8 (byte {byte}).',
    advice: 'Convert it first, for example: iconv -f UTF-16 -t UTF-8.',
  },
  json_cut_short: {
    severity: 'error',
    message: '{file} ends at line {line} in the middle of {what} {object}.',
    advice: 'Fetch the file again; the objects before the break are kept.',
  },
  envelope_refused: {
    severity: 'error',
    message: '{file} is an OCPI answer with status {status_code}: {status_message}.',
    advice: 'Codes from 2000 on are errors of the one who asked, from 3000 on of the one who answers.',
  },
  envelope_without_data: {
    severity: 'error',
    message: '{file} is an OCPI answer without data.',
    advice: 'Ask the endpoint that lists the objects.',
  },
  bad_json: {
    severity: 'error',
    message: 'Not valid JSON: {problem}.',
    advice: 'Write feeds with a JSON library; the objects around this one are read all the same.',
  },
  object_too_large: {
    severity: 'error',
    message: 'The object is larger than {limit} bytes.',
    advice: 'Send one object per location; if it really is one, raise the limit.',
  },
  not_utf8: {
    severity: 'error',
    message: 'The object is not UTF-8 (byte {byte} of the feed).',
    advice: 'Write the feed as UTF-8; Latin-1 and Windows-1252 are not JSON.',
  },
} as const satisfies Record<string, NoticeEntry>;
