// On a slow line the panel's first visit is 6 MB as it lies and 2 MB packed. Never pages of the portal: what somebody typed
// stands there beside a signed mark, and the length of a packed page would tell of it. Never streams of events.
const PACKED = /^(?:application\/(?:javascript|json)|text\/(?:javascript|css)|image\/svg\+xml)$/;

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
  {
    name: 'strapi::compression',
    // Below, it costs more than it saves.
    config: { filter: (type: string) => PACKED.test(type), threshold: 4096 },
  },
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
