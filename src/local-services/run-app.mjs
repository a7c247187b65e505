/**
 * The application process: Strapi from dist/ in production mode. Its parent is start.mjs; when the channel to it ends,
 * so does this process, in order.
 */
import { createRequire } from 'node:module';
import { checkoutDir } from './checkout.mjs';

const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
process.chdir(checkoutDir);
const strapi = createStrapi({
  appDir: checkoutDir,
  distDir: `${checkoutDir}/dist`,
  autoReload: false,
  serveAdminPanel: true,
});

let isStopping = false;
/** @param {number} code */
async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  try {
    await strapi.destroy();
  } finally {
    process.exit(code);
  }
}
process.on('disconnect', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
process.on('SIGINT', () => void stop(0));

await strapi.start();
