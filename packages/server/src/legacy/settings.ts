import type { LegacyQuirks } from '@pantograph/model/v2';
import { vendorQuirks } from '@pantograph/model/v2';
import { MIGRATION_PATH } from '../http/docs/guides/migration.ts';
import type { DeprecationNotice } from './answer/deprecation.ts';

/** How the v2 surface behaves. */
export interface LegacySettings {
  /** docs/v2-quirks.md tells what each does. */
  readonly quirks: LegacyQuirks;
  /** Sent with every answer; `false` sends nothing. */
  readonly deprecation: DeprecationNotice | false;
}

/** The vendor's behaviour, and our own page for where to go: it leads to the vendor's guide too. */
export const defaultLegacySettings: LegacySettings = {
  quirks: vendorQuirks,
  deprecation: {
    since: new Date('2026-11-23T00:00:00Z'),
    link: MIGRATION_PATH,
  },
};
