export { twinAlterations } from './alterations.ts';
export { openTwinDecisions } from './decision-store.ts';
export type { DecisionStore, TwinDecision } from './decision-store.ts';
export { normalEvseId } from './normal-evse-id.ts';
export { openTwins, twinFiguresIn } from './open-twins.ts';
export { countTwins } from './twin-counts.ts';
export type { TwinCounts } from './twin-counts.ts';
export { openTwinReport } from './twin-report.ts';
export type { ReportedCopy, ReportedFinding, ReportedPlace, ReportedTwins, TwinReport } from './twin-report.ts';
