/** Every notice code once. docs/notices.md is generated from here. */
import { feedNotices } from './feed-notices.ts';
import { importNotices } from './import-notices.ts';
import { locationNotices } from './location-notices.ts';
import type { NoticeEntry } from './notice-entry.ts';
import { objectNotices } from './object-notices.ts';
import { pullNotices } from './pull-notices.ts';
import { tariffNotices } from './tariff-notices.ts';

export const noticeCatalogue = {
  ...feedNotices,
  ...objectNotices,
  ...locationNotices,
  ...tariffNotices,
  ...importNotices,
  ...pullNotices,
} as const satisfies Record<string, NoticeEntry>;

export type NoticeCode = keyof typeof noticeCatalogue;

/** The catalogue by what the findings are about. */
export const noticeSections: readonly {
  readonly title: string;
  /** Whether reading a single feed gives rise to them, without a store. */
  readonly ofFeeds: boolean;
  readonly entries: Readonly<Record<string, NoticeEntry>>;
}[] = [
  { title: 'The feed', ofFeeds: true, entries: feedNotices },
  { title: 'Any object', ofFeeds: true, entries: objectNotices },
  { title: 'Locations, EVSEs, connectors', ofFeeds: true, entries: locationNotices },
  { title: 'Tariffs', ofFeeds: true, entries: tariffNotices },
  { title: 'Imports', ofFeeds: false, entries: importNotices },
  { title: 'Pulls', ofFeeds: false, entries: pullNotices },
];
