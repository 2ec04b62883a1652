/** Notices in words. */
import { noticeCatalogue } from './catalogue.ts';
import type { Notice } from './notice.ts';
import type { NoticeEntry, Severity } from './notice-entry.ts';

/** The catalogue's sentence with the notice's parameters filled in; a parameter that is not there stays visible. */
export function messageOf(notice: Notice): string {
  const { message }: NoticeEntry = noticeCatalogue[notice.code];
  return message.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = notice.parameters?.[name];
    return value === undefined ? placeholder : String(value);
  });
}

export function severityOf(notice: Notice): Severity {
  return noticeCatalogue[notice.code].severity;
}
