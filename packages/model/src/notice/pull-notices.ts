/** Findings about fetching a source: its lists and pages, and what is no longer in them. */
import type { NoticeEntry } from './notice-entry.ts';

export const pullNotices = {
  page_read_before: {
    severity: 'error',
    message: '{url} links to a page that was read before; reading ended there.',
    advice: 'A Link leads to the page after this one, and the last page has none.',
  },
  pages_without_news: {
    severity: 'error',
    message: '{pages} pages in a row, up to {url}, held nothing that had not come before; reading ended there.',
    advice: 'Honour offset and limit, and send no Link with the last page.',
  },
  link_missing: {
    severity: 'warning',
    message:
      'X-Total-Count says {total}, and the page that ends at object {offset} has no Link; the rest was asked for.',
    advice: 'Send a Link with every page but the last.',
  },
  link_unusable: {
    severity: 'warning',
    message: 'A Link is no URL: {found}.',
    advice: 'Send an absolute URL in angle brackets, followed by rel="next".',
  },
  link_elsewhere: {
    severity: 'warning',
    message: 'A Link leads to {found}; its offset and limit were asked of {expected}, since tokens go nowhere else.',
    advice: 'Send Links that start with the URL that the list was asked under.',
  },
  list_shrank: {
    severity: 'info',
    message:
      'X-Total-Count fell from {before} to {after} while the list was read; the page was asked for again from {offset}.',
    advice: 'Nothing to do.',
  },
  list_shrank_unseen: {
    severity: 'warning',
    message:
      'X-Total-Count fell from {before} to {after} while the list was read, and its pages have no offset to go back by.',
    advice: 'Nothing to do; the next pull is a full one.',
  },
  fewer_than_announced: {
    severity: 'warning',
    message: 'X-Total-Count says {total}, and {objects} objects came.',
    advice: 'Count in X-Total-Count what the one who asks is given, in all pages together.',
  },
  request_repeated: {
    severity: 'info',
    message: 'A request failed ({reason}) and was repeated.',
    advice: 'Nothing to do as long as it is rare.',
  },
  vanished: {
    severity: 'info',
    message: '{missing} objects that are stored were not in this full pull.',
    advice: 'Nothing to do: what stays away for as many full pulls as the rules say is removed.',
  },
  vanished_removed: {
    severity: 'info',
    message: '{removed} objects were removed: {pulls} full pulls in a row did not have them.',
    advice: 'Send charging sites that are gone with all EVSEs REMOVED, so that nobody has to guess.',
  },
  vanished_guarded: {
    severity: 'error',
    message: '{missing} of {held} objects are gone from the source, more than {percent} % at once; none was removed.',
    advice: 'Ask the source. Where they really are gone: pantograph source pull NAME --accept-vanished.',
  },
  vanished_undecided: {
    severity: 'warning',
    message: '{missing} stored objects were not in this full pull, which does not count: {reason}.',
    advice: 'Mend the source; only pulls that are whole and readable count.',
  },
} as const satisfies Record<string, NoticeEntry>;
