// Starts the platform when Strapi has its database: permissions, then the engine, the record log, reactions, outbox and
// scheduler. The application seeds its tenants and publishes its packages through the same platform afterwards.
import type { Core } from '@strapi/strapi';
import { permissionActions } from './policy/actions';
import { startPlatform } from './runtime/start-platform';
import { indexSessions } from './tenants/index-sessions';

export default async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await strapi.service('admin::permission').actionProvider.registerMany([...permissionActions]);
  await indexSessions(strapi.db.connection);
  await startPlatform(strapi);
}
