/**
 * attachments/ owns files on the pages: sending with progress, the list, the preview. Put <AttachmentBox caseId=… /> (or
 * clientId, for an entry that is not recorded yet) wherever files belong. This file owns one upload.
 */
import type { AttachmentView, UploadQuery } from '../../../shared/attachments-contract';
import { type Problem, readProblem } from '../api/problem';
import { withQuery } from '../api/query';
import { read } from '../api/send';
import { API_ROOT } from '../text/pluginId';

export interface Sending {
  promise: Promise<AttachmentView>;
  abort(): void;
}

/** By XMLHttpRequest, which alone tells how far an upload is. A sign-in that has run out is renewed once. */
export function sendFile(
  file: File,
  query: UploadQuery,
  token: () => string | null,
  onProgress: (ratio: number) => void,
): Sending {
  let current: XMLHttpRequest | null = null;
  const once = () =>
    new Promise<AttachmentView>((resolve, reject) => {
      const request = new XMLHttpRequest();
      current = request;
      const root = (window.strapi as unknown as { backendURL: string }).backendURL;
      request.open('POST', `${root}${API_ROOT}${withQuery('/attachments', query)}`);
      request.setRequestHeader('authorization', `Bearer ${token() ?? ''}`);
      request.setRequestHeader('content-type', 'application/octet-stream');
      request.setRequestHeader('x-file-name', encodeURIComponent(file.name));
      request.upload.onprogress = (event) => onProgress(event.lengthComputable ? event.loaded / event.total : 0);
      request.onload = () => {
        const data = parse(request.responseText);
        if (request.status >= 200 && request.status < 300) resolve(data as AttachmentView);
        else reject({ status: request.status, response: { data } });
      };
      request.onerror = () => reject({ status: 0 });
      request.onabort = () => reject({ name: 'AbortError' });
      request.send(file);
    });
  const promise = once().catch(async (thrown: { status?: number }) => {
    if (thrown.status !== 401) throw thrown;
    await read('/me');
    return once();
  });
  return { promise, abort: () => current?.abort() };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export const problemOfUpload = (thrown: unknown): Problem => readProblem(thrown);
