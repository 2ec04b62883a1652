export { fix } from './fix.ts';
export type { FixReport, FixedFile } from './fix.ts';
export { diffOf, fixInWords } from './report-text.ts';
