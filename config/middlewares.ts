export default [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        directives: {
          'connect-src': ["'self'"],
          // libsodium (sealed identities) is WebAssembly; nothing else may be evaluated.
          'script-src': ["'self'", "'wasm-unsafe-eval'"],
          'img-src': ["'self'", 'data:', 'blob:'],
          // A PDF is shown from what the page itself has read.
          'frame-src': ["'self'", 'blob:'],
          'media-src': ["'self'", 'data:', 'blob:'],
          // Without it Chromium's own PDF viewer stays empty in such a frame.
          'object-src': ["'self'", 'blob:'],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  'strapi::cors',
  'strapi::query',
  'plugin::procedures.portal-addresses',
  'plugin::procedures.unread-body',
  'strapi::body',
  'plugin::procedures.storable-body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
  'plugin::procedures.problems',
];
