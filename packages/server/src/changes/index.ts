export type { ChangeFeed } from './feed.ts';
export type { StreamSettings } from './event-streams.ts';
export { CHANGES_PATH, EVENTS_PATH, mountChanges } from './surface.ts';
export type { ChangesDependencies } from './surface.ts';
export { startChanges } from './start-changes.ts';
export type { RunningChanges } from './start-changes.ts';
