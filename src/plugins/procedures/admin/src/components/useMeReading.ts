/** Reads who is working; the menu, the landing and the page ask at the same time, and one request answers them all. */
import { useAuth } from '@strapi/strapi/admin';

import type { Me } from '../../../shared/contracts';
import { type Resource, useResource } from '../api/useResource';

export function useMeReading(): Resource<Me> {
  const reader = useAuth('useMeReading', ({ user }) => String(user?.id ?? ''));
  return useResource<Me>('/me', { sharedBy: reader });
}
