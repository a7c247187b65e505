/** The rules of who may import whom (shared with `npm run lint`). Dependencies point inward, and there are no cycles. */
const server = '^src/plugins/[^/]+/server/';
const pureCores = '^src/plugins/procedures/server/src/(clocks|calendars|packages|forms|feel)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one thought.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'server-not-to-admin',
      comment: 'The admin panel is built apart from the server and runs in a browser.',
      severity: 'error',
      from: { path: [server, '^src/api/', '^config/', '^src/index\\.ts$'] },
      to: { path: ['^src/admin/', '^src/plugins/[^/]+/admin/'] },
    },
    {
      name: 'admin-not-to-server',
      comment: 'What both halves need is types of a contract, never server code in a browser.',
      severity: 'error',
      from: { path: ['^src/admin/', '^src/plugins/[^/]+/admin/'] },
      to: { path: server, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'zeebe-node-only-in-engine',
      comment: 'A successor client must replace one folder.',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: '^src/plugins/procedures/server/src/engine/' },
      to: { path: 'zeebe-node' },
    },
    {
      name: 'pure-cores-stay-pure',
      comment: 'No Strapi, no database, no network in them: they are tested as plain functions.',
      severity: 'error',
      from: { path: pureCores },
      to: {
        path: [
          'node_modules/(knex|pg|@strapi|zeebe-node)(/|$)',
          '^(knex|pg|zeebe-node)(/|$)',
          '^@strapi/',
          '^(node:)?(net|http|https|dgram)$',
        ],
      },
    },
    {
      name: 'platform-not-to-application',
      comment: 'Any Strapi project can install the plugin.',
      severity: 'error',
      from: { path: '^src/plugins/' },
      to: { path: ['^src/(?!plugins/)', '^config/'] },
    },
    {
      name: 'local-services-stand-alone',
      comment: 'They run before anything is built, and the application runs without them.',
      severity: 'error',
      from: { path: '^src/local-services/' },
      to: { path: ['^src/(?!local-services/)', '^config/', '^dist/'] },
    },
    {
      name: 'nothing-to-local-services',
      severity: 'error',
      from: { path: '^(src|config)/', pathNot: '^src/local-services/' },
      to: { path: '^src/local-services/' },
    },
    {
      name: 'resolvable',
      comment: 'Expected every import to lead to a file or an installed package.',
      severity: 'error',
      from: { pathNot: '/admin/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^types/generated/', '\\.css$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
