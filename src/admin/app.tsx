/**
 * src/admin owns the look of this application's admin panel: Vietnamese first, quiet, no calls to the outside.
 * Pages come from the plugin; nothing here knows of a procedure.
 */
import logo from './logo.svg';
import { keepStill } from './stillness';
import vi from './translations/vi.json';

/** White on the core's own colour of a button that is pointed at has a contrast of 3.5; this one has 4.9. */
const POINTED_AT = { colors: { buttonPrimary500: '#5c59ff' } };

const LANGUAGE_KEY = 'strapi-admin-language';

// Before the panel is built: whoever has not chosen a language reads Vietnamese.
if (!window.localStorage.getItem(LANGUAGE_KEY)) window.localStorage.setItem(LANGUAGE_KEY, 'vi');

// The core advertises its new media library across every page, with a link to the outside; once dismissed it stays so.
window.localStorage.setItem('STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false', 'true');

export default {
  config: {
    locales: ['vi'],
    auth: { logo },
    menu: { logo },
    theme: { light: POINTED_AT, dark: POINTED_AT },
    tutorials: false,
    notifications: { releases: false },
    translations: { vi },
  },
  bootstrap() {
    keepStill();
  },
};
