// One running application for a whole jest project: its address and passwords reach the tests by the environment.
// PROCEDURES_TEST_ADMIN_PANEL=true serves the admin pages too.
module.exports = async (_globalConfig, projectConfig) => {
  const { serveApp } = await import('./served-app.mjs');
  const app = await serveApp({ admin: projectConfig.displayName?.name === 'browser' });
  process.env.PROCEDURES_TEST_APP = JSON.stringify({
    baseUrl: app.baseUrl,
    passwords: app.passwords,
    databaseUrl: app.databaseUrl,
    logFile: app.logFile,
  });
  globalThis.__PROCEDURES_TEST_APP__ = app;
};
