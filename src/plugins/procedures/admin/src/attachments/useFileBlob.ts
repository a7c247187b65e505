/** The bytes of a file, as an address that lives as long as the component: the sign-in goes with a request, not a link. */
import { getFetchClient } from '@strapi/strapi/admin';
import * as React from 'react';

import { type Problem, readProblem } from '../api/problem';
import { saveFile } from '../api/readFile';
import { API_ROOT } from '../text/pluginId';

export async function fileBlob(id: string, what: 'content' | 'preview'): Promise<Blob> {
  const { data } = await getFetchClient().get<Blob>(`${API_ROOT}/attachments/${id}/${what}`, { responseType: 'blob' });
  return data;
}

export function useFileBlob(id: string): { address: string | null; problem: Problem | null } {
  const [state, setState] = React.useState<{ address: string | null; problem: Problem | null }>({
    address: null,
    problem: null,
  });
  React.useEffect(() => {
    let address: string | null = null;
    let gone = false;
    fileBlob(id, 'preview')
      .then((blob) => {
        if (gone) return;
        address = URL.createObjectURL(blob);
        setState({ address, problem: null });
      })
      .catch((thrown: unknown) => !gone && setState({ address: null, problem: readProblem(thrown) }));
    return () => {
      gone = true;
      if (address) URL.revokeObjectURL(address);
    };
  }, [id]);
  return state;
}

export async function downloadFile(id: string, name: string): Promise<void> {
  saveFile(await fileBlob(id, 'content'), name);
}
