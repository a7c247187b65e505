/** Files on their way: one after the other, each with its progress, its refusal and a way to try again. */
import { useAuth } from '@strapi/strapi/admin';
import * as React from 'react';

import type { UploadQuery } from '../../../shared/attachments-contract';
import { newId } from '../api/newId';
import { isAbort, type Problem } from '../api/problem';
import { type Loss, useAskBeforeLeaving } from '../components/leaving';
import { useLeaveWarning } from '../components/useLeaveWarning';
import { problemOfUpload, type Sending, sendFile } from './sendFile';

export interface Upload {
  id: string;
  file: File;
  /** as it was chosen when the file was added: a tick that is taken off later is not meant for it */
  query: UploadQuery;
  ratio: number;
  state: 'waiting' | 'sending' | 'failed';
  problem: Problem | null;
}

export interface Limits {
  maxBytes: number;
  extensions: string[];
}

export interface Uploads {
  uploads: Upload[];
  /** how many of them still wait or are being sent */
  pending: number;
  add(files: readonly File[]): void;
  drop(id: string): void;
  retry(id: string): void;
}

const FILES_ON_THEIR_WAY: Loss = {
  title: 'files.leaveTitle',
  about: 'files.leaveAbout',
  stay: 'files.leaveStay',
  go: 'files.leaveGo',
};

export function useUploads(chosen: UploadQuery, limits: Limits | null, onSent: () => void): Uploads {
  const token = useAuth('useUploads', (auth) => auth.token);
  const current = React.useRef({ token, query: chosen, onSent });
  current.current = { token, query: chosen, onSent };
  const [uploads, setUploads] = React.useState<Upload[]>([]);
  const sending = React.useRef<{ id: string; sending: Sending } | null>(null);

  const change = React.useCallback((id: string, part: Partial<Upload>) => {
    setUploads((all) => all.map((one) => (one.id === id ? { ...one, ...part } : one)));
  }, []);
  const drop = React.useCallback((id: string) => {
    if (sending.current?.id === id) sending.current.sending.abort();
    setUploads((all) => all.filter((one) => one.id !== id));
  }, []);
  const add = React.useCallback(
    (files: readonly File[]) => {
      setUploads((all) => [
        ...all,
        ...files.map((file): Upload => {
          const problem = limits ? refusalOf(file, limits) : null;
          return {
            id: newId(),
            file,
            query: current.current.query,
            ratio: 0,
            state: problem ? 'failed' : 'waiting',
            problem,
          };
        }),
      ]);
    },
    [limits],
  );

  const next = uploads.some((one) => one.state === 'sending')
    ? undefined
    : uploads.find((one) => one.state === 'waiting');
  React.useEffect(() => {
    if (!next) return;
    const { id, file, query } = next;
    change(id, { state: 'sending', ratio: 0, problem: null });
    const started = sendFile(
      file,
      query,
      () => current.current.token,
      (ratio) => change(id, { ratio }),
    );
    sending.current = { id, sending: started };
    started.promise
      .then(() => {
        setUploads((all) => all.filter((one) => one.id !== id));
        current.current.onSent();
      })
      .catch((thrown: unknown) => {
        if (!isAbort(thrown)) change(id, { state: 'failed', problem: problemOfUpload(thrown) });
      });
  }, [next, change]);

  const pending = uploads.filter(({ state }) => state !== 'failed').length;
  useLeaveWarning(pending > 0);
  useAskBeforeLeaving(pending > 0, FILES_ON_THEIR_WAY);
  return { uploads, pending, add, drop, retry: (id: string) => change(id, { state: 'waiting', problem: null }) };
}

/** Told before a byte is sent; the server asks again, of the content itself. */
export function refusalOf(file: { name: string; size: number }, limits: Limits): Problem | null {
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const mega = Math.round(limits.maxBytes / 1024 / 1024);
  const said = (code: string, vi: string, en: string): Problem => ({
    status: 0,
    code,
    vi,
    en,
    problems: [],
    takenBy: null,
    newerAt: null,
  });
  if (!limits.extensions.includes(extension)) {
    return said(
      'FILE_KIND_NOT_TAKEN',
      `Không nhận loại tệp này. Các loại được nhận: ${limits.extensions.join(', ')}.`,
      `Expected one of ${limits.extensions.join(', ')}.`,
    );
  }
  if (file.size > limits.maxBytes) {
    return said(
      'FILE_TOO_LARGE',
      `Tệp lớn hơn ${mega} MB. Hãy nén hoặc chia nhỏ tệp rồi gửi lại.`,
      `Expected at most ${mega} MB. Compress or split the file.`,
    );
  }
  return null;
}
