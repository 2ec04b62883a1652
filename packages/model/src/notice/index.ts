export { noticeCatalogue } from './catalogue.ts';
export type { NoticeCode } from './catalogue.ts';
export type { Notice, NoticeEntry, Severity } from './notice.ts';
export { messageOf, severityOf } from './message.ts';
export { conversionCatalogue } from './conversion-catalogue.ts';
export type { ConversionCode, ConversionNotice, Converted } from './conversion-catalogue.ts';
