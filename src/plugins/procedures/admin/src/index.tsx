/** The admin half of the plugin: menu links, each with its permission and its own lazily loaded page. */
import {
  ArrowsHorizontal,
  Bell,
  BulletList,
  Calendar,
  File,
  Folder,
  GridNine,
  Link,
  Lock,
  PlusCircle,
  Shield,
  Stack,
  User,
} from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type * as React from 'react';

import { ADMIN_ACTIONS } from '../../shared/admin-actions';
import type { PageId } from '../../shared/contracts';
import { ringOnEveryPage } from './alarms/ringOnEveryPage';
import { withLanding } from './pages/landing/withLanding';
import { PLUGIN_ID } from './text/pluginId';
import { en } from './translations/en';
import { vi } from './translations/vi';

const TRANSLATIONS: Record<string, Record<string, string>> = { vi, en };

interface MenuPage {
  id: PageId;
  icon: React.ElementType;
  load: () => Promise<{ default: React.ComponentType }>;
}

const MENU_PAGES: MenuPage[] = [
  { id: 'tasks', icon: BulletList, load: () => import('./pages/tasks/TasksRoutes') },
  { id: 'boards', icon: GridNine, load: () => import('./pages/boards/BoardsPage') },
  { id: 'cases', icon: Folder, load: () => import('./pages/cases/CasesRoutes') },
  { id: 'intake', icon: PlusCircle, load: () => import('./pages/intake/IntakePage') },
  { id: 'duty', icon: Shield, load: () => import('./pages/duty/DutyPage') },
  { id: 'packages', icon: Stack, load: () => import('./pages/packages/PackagesRoutes') },
  { id: 'templates', icon: File, load: () => import('./pages/templates/TemplatesPage') },
  { id: 'people', icon: User, load: () => import('./pages/people/PeoplePage') },
  { id: 'identities', icon: Lock, load: () => import('./pages/identities/IdentitiesPage') },
  { id: 'calendar', icon: Calendar, load: () => import('./pages/calendar/CalendarPage') },
  { id: 'integration', icon: Link, load: () => import('./pages/integration/IntegrationPage') },
  { id: 'notifications', icon: Bell, load: () => import('./pages/notifications/NotificationsPage') },
  { id: 'operations', icon: ArrowsHorizontal, load: () => import('./pages/operations/OperationsRoutes') },
];

export default {
  register(app: StrapiApp) {
    MENU_PAGES.forEach(({ id, icon, load }, index) => {
      app.addMenuLink({
        to: `plugins/${PLUGIN_ID}/${id}`,
        icon,
        intlLabel: { id: `${PLUGIN_ID}.menu.${id}`, defaultMessage: vi[`menu.${id}`] },
        permissions: [{ action: ADMIN_ACTIONS[id], subject: null }],
        // Before the core's own links, in this order.
        position: 1 + index / 10,
        Component: load,
      });
    });
    app.router.addRoute(withLanding);
    ringOnEveryPage(app.router);
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  async registerTrads({ locales }: { locales: string[] }) {
    return locales.map((locale) => ({
      locale,
      data: Object.fromEntries(
        Object.entries(TRANSLATIONS[locale] ?? {}).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]),
      ),
    }));
  },
};
