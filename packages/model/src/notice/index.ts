export { noticeCatalogue } from './catalogue.ts';
export type { NoticeCode } from './catalogue.ts';
export type { Notice, NoticeEntry, Severity } from './notice.ts';
