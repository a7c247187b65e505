/**
 * Writes. Unlike reads they do not belong to a component: leaving the page must not abort a request that is on its way.
 */
import { getFetchClient } from '@strapi/strapi/admin';

import { API_ROOT } from '../text/pluginId';

export async function post<Answer>(path: string, body: object = {}): Promise<Answer> {
  const { data } = await getFetchClient().post<Answer, object>(`${API_ROOT}${path}`, body);
  return data;
}

export async function put<Answer>(path: string, body: object): Promise<Answer> {
  const { data } = await getFetchClient().put<Answer, object>(`${API_ROOT}${path}`, body);
  return data;
}

export async function remove(path: string): Promise<void> {
  await getFetchClient().del(`${API_ROOT}${path}`);
}

export async function read<Answer>(path: string): Promise<Answer> {
  const { data } = await getFetchClient().get<Answer>(`${API_ROOT}${path}`);
  return data;
}
