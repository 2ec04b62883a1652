/** Which room may import which: docs/architecture.md says why. */
const server = '^packages/server/src/';

/** Tests and what only tests use. */
const testing = ['\\.test\\.ts$', '/testing/', '/test/', '^test/', '-contract\\.ts$', '/contract/'];

/** Rooms of the server in the direction data flows; a room imports itself and what stands in its list. */
const surfaces = ['lookup', 'discovery', 'legacy'];

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphan',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.test\\.ts$',
          '\\.config\\.(ts|js)$',
          '^tools/',
          '^bench/',
          '/http/docs/docs\\.js$',
          '\\.d\\.ts$',
          '^\\.dependency-cruiser\\.cjs$',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'What the build of the page generates is not there in a fresh clone.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '/generated/' },
    },
    {
      name: 'model-is-pure',
      comment: 'The model runs in browsers: no Node builtins, nothing of ours, zod and a hash only.',
      severity: 'error',
      from: { path: '^packages/model/src', pathNot: testing },
      to: { pathNot: ['^packages/model/src', '^node_modules/(zod|@noble/hashes|@here/flexpolyline)/'] },
    },
    {
      name: 'feeds-import-model',
      severity: 'error',
      from: { path: '^packages/feeds/src', pathNot: testing },
      to: { path: '^packages/', pathNot: '^packages/(feeds|model)/src' },
    },
    {
      name: 'convert-runs-in-browsers',
      comment:
        'The converter and what it reads feeds with: no Node builtins; the command does the reading and writing.',
      severity: 'error',
      from: { path: '^packages/(migrate/src/convert|feeds/src/ocpi)/', pathNot: testing },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'server-imports-model-and-feeds',
      severity: 'error',
      from: { path: '^packages/server/src', pathNot: testing },
      to: { path: '^packages/', pathNot: '^packages/(server|feeds|model)/src|/node_modules/' },
    },
    {
      name: 'packages-through-their-doors',
      comment: 'Across packages only what package.json exports.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/' },
      to: {
        path: '^packages/([^/]+)/src/',
        pathNot: [
          '^packages/$1/',
          '^packages/model/src/[^/]+/index\\.ts$',
          '^packages/feeds/src/[^/]+/index\\.ts$',
          '^packages/server/src/index\\.ts$',
          '^packages/(client|migrate)/src/index\\.ts$',
          '^packages/migrate/src/[^/]+/index\\.ts$',
        ],
      },
    },
    {
      name: 'store-knows-no-http',
      severity: 'error',
      from: { path: `${server}store/` },
      to: { path: `${server}(?!store/)` },
    },
    {
      name: 'atlas-reads-the-store-only',
      comment: 'The atlas parses no feed and knows no surface.',
      severity: 'error',
      from: { path: `${server}atlas/`, pathNot: testing },
      to: { path: [`${server}(?!atlas/|store/(store|read-log)\\.ts$)`, '^packages/feeds/'] },
    },
    {
      name: 'ingest-knows-no-surface',
      severity: 'error',
      from: { path: `${server}ingest/`, pathNot: testing },
      to: { path: `${server}(?!ingest/|store/)` },
    },
    {
      name: 'presenters-read-the-atlas',
      comment: 'A presenter never writes: no store, no ingest, no other surface.',
      severity: 'error',
      from: { path: `${server}(${surfaces.join('|')})/`, pathNot: testing },
      to: { path: server, pathNot: [`${server}$1/`, `${server}(atlas|refusal|http)/`] },
    },
    {
      name: 'tiles-read-the-atlas',
      comment: 'Filters of tiles are those of discovery, through its one door for that.',
      severity: 'error',
      from: { path: `${server}tiles/`, pathNot: testing },
      to: {
        path: server,
        pathNot: [`${server}(tiles|atlas|refusal|http)/`, `${server}discovery/read-place-filter\\.ts$`],
      },
    },
    {
      name: 'prices-read-the-atlas',
      comment: 'Parameters and refusals are those of discovery, whose base path and error body prices share.',
      severity: 'error',
      from: { path: `${server}prices/`, pathNot: testing },
      to: {
        path: server,
        pathNot: [
          `${server}(prices|atlas|refusal|http)/`,
          `${server}discovery/(parameters|numbers|refuse)\\.ts$`,
          `${server}discovery/openapi/(example-bodies|schema-names)\\.ts$`,
        ],
      },
    },
    {
      name: 'the-page-knows-no-data',
      comment: 'It asks the APIs, as everybody does.',
      severity: 'error',
      from: { path: `${server}page/`, pathNot: testing },
      to: { path: server, pathNot: [`${server}(page|refusal|http)/`] },
    },
    {
      name: 'the-map-runs-in-browsers',
      severity: 'error',
      from: { path: '^packages/map/src', pathNot: testing },
      to: { path: '^packages/', pathNot: ['^packages/map/(src|generated)/', '/node_modules/'] },
    },
    {
      name: 'the-client-needs-nothing',
      comment: 'It runs in browsers and in Node, with nothing beside it.',
      severity: 'error',
      from: { path: '^packages/client/src', pathNot: testing },
      to: { pathNot: ['^packages/client/src'] },
    },
    {
      name: 'tests-are-leaves',
      comment: 'The pictures of the documentation are taken as the page is tested.',
      severity: 'error',
      from: { pathNot: [...testing, '^tools/screenshots\\.ts$'] },
      to: { path: testing },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
};
