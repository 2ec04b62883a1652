/** Every notice code once. docs/notices.md is generated from here. */
import { feedNotices } from './feed-notices.ts';
import { locationNotices } from './location-notices.ts';
import type { NoticeEntry } from './notice.ts';
import { objectNotices } from './object-notices.ts';
import { tariffNotices } from './tariff-notices.ts';

export const noticeCatalogue = {
  ...feedNotices,
  ...objectNotices,
  ...locationNotices,
  ...tariffNotices,
} as const satisfies Record<string, NoticeEntry>;

export type NoticeCode = keyof typeof noticeCatalogue;
