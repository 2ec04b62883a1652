export { createKey, listKeys, revokeKey } from './access/manage-keys.ts';
export type { CreatedKey, NewKey } from './access/manage-keys.ts';
export { openKeyStore } from './access/key-store.ts';
export type { KeyInfo } from './access/key-info.ts';
export type { KeyStore } from './access/key-store.ts';
export { parseRate } from './access/rate-limiter.ts';
export type { Rate } from './access/rate-limiter.ts';
export { StartRefused } from './access/set-up-access.ts';
export type { AccessSettings } from './access/set-up-access.ts';
export type { AccessMode } from './access/exposure.ts';
export type { JwtSettings } from './access/jwt.ts';
export type { Atlas } from './atlas/atlas.ts';
export { dataFiles } from './data-files.ts';
export type { DataFiles } from './data-files.ts';
export { DatabaseUnusable } from './store/database-unusable.ts';
export {
  DEMO_SOURCE,
  demoWorld,
  fillStore,
  ndjsonChunks,
  randomOf,
  runSimulator,
  statusSimulator,
} from './demo/index.ts';
export type {
  DemoWorld,
  DemoWorldOptions,
  FillOptions,
  Random,
  RunSimulatorOptions,
  RunningSimulator,
  StatusChange,
  StatusSimulator,
} from './demo/index.ts';
export { defaultGatewaySettings } from './gateway/settings.ts';
export { startGateway } from './gateway/start-gateway.ts';
export type { RunningGateway, StartGatewayOptions } from './gateway/start-gateway.ts';
export { rightNames } from './http/caller.ts';
export type { Right } from './http/caller.ts';
export type { SurfaceSettings } from './http/surface.ts';
export { importOcpi } from './ingest/import-ocpi.ts';
export type { ImportOptions } from './ingest/import-ocpi.ts';
export type { ImportProgress, ImportReport, NoticeSummary } from './ingest/import-report.ts';
export { tariffStatuses } from './ingest/tariff-statuses.ts';
export type { TariffStatus } from './ingest/tariff-statuses.ts';
export {
  HandshakeFailed,
  OwnParty,
  createOutbound,
  invitePeer,
  leave,
  openPeerStore,
  ownRoles,
  passedOn,
  registerWith,
  rotateWith,
  spokenVersionIn,
  spokenVersions,
  stateOf,
  versionsUrlOf,
} from './ocpi/index.ts';
export type { Peer, PeerStore, Registrar } from './ocpi/index.ts';
export { defaultLegacySettings } from './legacy/settings.ts';
export type { LegacySettings } from './legacy/settings.ts';
export { readUses } from './legacy/usage/uses-file.ts';
export type { UsageCount } from './legacy/usage/usage-counter.ts';
export { createLog } from './observe/log.ts';
export type { Log, LogLevel } from './observe/log.ts';
export { refusalCatalogue } from './refusal/catalogue.ts';
export type { RefusalCode, RefusalEntry } from './refusal/catalogue.ts';
export {
  DURATION_FORM,
  EndpointUnusable,
  SourceDefinition,
  SourcesFileFaulty,
  TokenMissing,
  addSource,
  decayOf,
  durationInWords,
  durationOf,
  loadSources,
  nextPull,
  openSourceStates,
  peerEndpoint,
  pullSource,
  removeSource,
} from './sources/index.ts';
export type { PullOptions, PullReport, PullState, SourceStates, WrittenSource } from './sources/index.ts';
export { startServer } from './start-server.ts';
export type { RunningServer, ServerSettings, StartOptions } from './start-server.ts';
export { openSqliteStore } from './store/sqlite/sqlite-store.ts';
export { StoreBusy } from './store/store.ts';
export type { LogKeeping, LogSpan, SourceCounts, Store, StoreCounts } from './store/store.ts';
export {
  WebhookUnusable,
  addWebhook,
  beginnings,
  newSecret,
  openWebhookStore,
  replayWebhook,
  testWebhook,
  unheardOf,
} from './webhooks/index.ts';
export type { Beginning, KnownWebhook, Webhook, WebhookState, WebhookStore } from './webhooks/index.ts';
export { countTwins, normalEvseId, openTwinDecisions, openTwinReport, twinFiguresIn } from './twins/index.ts';
export type { ReportedFinding, ReportedPlace, ReportedTwins, TwinCounts, TwinReport } from './twins/index.ts';
