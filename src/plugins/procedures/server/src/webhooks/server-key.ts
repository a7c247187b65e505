// Owns the key of the server that the secrets of webhooks and connections are kept with.
import type { Platform } from '../runtime/platform';

export const serverKey = ({ strapi }: Pick<Platform, 'strapi'>): string => {
  const key = strapi.config.get('admin.secrets.encryptionKey');
  if (typeof key === 'string' && key !== '') return key;
  throw new Error('Expected ENCRYPTION_KEY to be set, but it is not: secrets of webhooks are kept with it');
};
