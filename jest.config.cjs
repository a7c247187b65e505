const swc = [
  '@swc/jest',
  { jsc: { target: 'es2022', parser: { syntax: 'typescript', decorators: true } }, module: { type: 'commonjs' } },
];
const project = (name, extra = {}) => ({
  displayName: name,
  testEnvironment: 'node',
  roots: [`<rootDir>/tests/${name}`],
  testMatch: ['**/*.test.ts', '**/*.test.mjs'],
  transform: { '^.+\\.m?[tj]sx?$': swc },
  transformIgnorePatterns: [
    '/node_modules/(?!(feelin|temporal-polyfill|temporal-utils|@lezer|lezer-feel|min-dash|bpmn-moddle|dmn-moddle|moddle|moddle-xml|saxen|luxon|@bpmn-io/feelin|uuid|ids|zeebe-bpmn-moddle)/)',
  ],
  ...extra,
});
// A machine that is busy must not fail what is right: a hung test still ends, only later.
// jest reads this from the whole configuration only; beside a project's own settings it has no effect.
const PATIENCE_MS = 120_000;
// One application for the whole project; what needs a stack of its own starts one.
const served = {
  globalSetup: '<rootDir>/tests/support/global-setup.cjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.cjs',
};
module.exports = {
  projects: [project('unit'), project('integration', served), project('browser', served), project('long')],
  testTimeout: PATIENCE_MS,
  reporters: ['default'],
};
