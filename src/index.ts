// The application's own start: the guard around its records, and its demo wards. Everything else is the platform's.
import type { Core } from '@strapi/strapi';
import { ensureRoles } from './plugins/procedures/server/src/tenants/ensure-roles';
import { guardContentManager } from './ward/guard-content-manager';
import { guardDocuments } from './ward/guard-documents';
import { publishPackages } from './ward/publish-packages';
import { seedWardData } from './ward/seed-ward-data';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    guardDocuments(strapi);
    guardContentManager(strapi);
  },
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await ensureRoles(strapi);
    await seedWardData(strapi);
    await publishPackages(strapi);
  },
};
