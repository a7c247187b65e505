/** Files behind a sign-in: read as bytes with the session, and what went wrong still in words. */
import { getFetchClient } from '@strapi/strapi/admin';

import { API_ROOT } from '../text/pluginId';

export async function readFile(path: string): Promise<Blob> {
  const { data, status = 200 } = await getFetchClient().get<Blob>(`${API_ROOT}${path}`, {
    responseType: 'blob',
    validateStatus: () => true,
  });
  if (status < 400) return data;
  throw { status, response: { data: await problemIn(data) } };
}

/** Gives a file to the reader under a name. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // A slow browser begins to read it later.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

async function problemIn(body: Blob): Promise<unknown> {
  try {
    return JSON.parse(await body.text());
  } catch {
    return null;
  }
}
