/** A module of the compiled server: the same cores as the platform's own. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { checkoutDir } from '../checkout.mjs';

const require = createRequire(import.meta.url);

/** @param {string} name path below the plugin's server source, without ending @returns {any} */
export const serverModule = (name) =>
  require(path.join(checkoutDir, 'dist/src/plugins/procedures/server/src', `${name}.js`));
