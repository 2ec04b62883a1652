export { noticeCatalogue, noticeSections } from './catalogue.ts';
export type { NoticeCode } from './catalogue.ts';
export type { Notice } from './notice.ts';
export type { NoticeEntry, Severity } from './notice-entry.ts';
export { messageOf, severityOf } from './message.ts';
export { conversionCatalogue } from './conversion-catalogue.ts';
export type { ConversionCode, ConversionNotice, Converted } from './conversion-catalogue.ts';
