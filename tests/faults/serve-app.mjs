/**
 * The application alone, as run-app.mjs starts it but without the admin pages: services, port and data folder come from
 * the environment, so that it can be killed and started again on the same data. Ends with the channel to its parent.
 */
import { createRequire } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..', '..');
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
process.chdir(root);
const strapi = createStrapi({
  appDir: root,
  distDir: path.join(root, 'dist'),
  autoReload: false,
  serveAdminPanel: false,
});

let isStopping = false;
async function stop() {
  if (isStopping) return;
  isStopping = true;
  await strapi.destroy().finally(() => process.exit(0));
}
process.on('disconnect', stop);
process.on('SIGTERM', stop);

await strapi.start();
