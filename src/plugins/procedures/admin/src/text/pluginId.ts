/** The plugin's id: in addresses of pages and of the API, and before every translation key. */
export const PLUGIN_ID = 'procedures';
export const PAGES_ROOT = `/plugins/${PLUGIN_ID}`;
export const API_ROOT = `/${PLUGIN_ID}`;
