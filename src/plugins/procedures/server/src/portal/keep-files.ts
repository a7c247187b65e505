// Owns the files that come with a form: checked like every other file before anything is written, kept with the entry.
// A picture loses what its camera wrote beside it unless the sender wants that kept; a protected sender's file loses its name.

import { attachmentLimit } from '../attachments/attachment-limit';
import type { AttachmentRecord } from '../attachments/attachment-record';
import { fileTooLarge } from '../attachments/file-problems';
import { recogniseFile } from '../attachments/recognise-file';
import { storeAttachment } from '../attachments/store-attachment';
import { stripMetadata } from '../attachments/strip-metadata';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { FILES, type SentFile } from './read-multipart';

export interface FilePlace {
  readonly tenantId: string;
  readonly actor: Actor | null;
  readonly clientId: string | null;
  readonly caseId: string | null;
  readonly taskId?: string | null;
  readonly isProtected: boolean;
  /** What the camera wrote (where, when, which device) stays. */
  readonly keepsFacts: boolean;
}

const MOST_FILES = 5;

export async function keepFiles(
  platform: Platform,
  files: readonly SentFile[],
  place: FilePlace,
): Promise<AttachmentRecord[]> {
  if (files.length > MOST_FILES) throw tooManyFiles();
  const kept = allKept(files, place);
  const rows: AttachmentRecord[] = [];
  for (const { name, bytes } of kept) {
    rows.push(
      await storeAttachment(platform, bytes, {
        tenantId: place.tenantId,
        actor: place.actor,
        fileName: name,
        caseId: place.caseId,
        clientId: place.clientId,
        taskId: place.taskId ?? null,
        visibility: place.isProtected ? 'PROTECTED' : 'INTERNAL',
      }),
    );
  }
  return rows;
}

/** All that is wrong with any of them is said at once, by the names that the sender knows. */
function allKept(files: readonly SentFile[], place: FilePlace): { name: string; bytes: Buffer }[] {
  const refused: { file: SentFile; why: ProblemError }[] = [];
  const kept = files.flatMap((file, index) => {
    try {
      return [asKept(file, index, place)];
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refused.push({ file, why: error });
      return [];
    }
  });
  const [first] = refused;
  if (!first) return kept;
  const { code, status, vi, en } = first.why;
  const problems = refused.map(({ file, why }) => ({
    path: FILES,
    vi: [file.name, why.vi].filter(Boolean).join(': '),
    en: [file.name, why.en].filter(Boolean).join(': '),
  }));
  throw new ProblemError({ code, status, vi, en, detail: { problems } });
}

function asKept(file: SentFile, index: number, place: FilePlace): { name: string; bytes: Buffer } {
  if (file.refused) throw file.refused;
  if (file.bytes.length > attachmentLimit()) throw fileTooLarge(attachmentLimit());
  const { kind } = recogniseFile(file.name, file.bytes);
  const bytes = place.keepsFacts ? file.bytes : (stripMetadata(kind, file.bytes) ?? file.bytes);
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(file.name)?.[0] ?? '';
  return { name: place.keepsFacts ? file.name : `${index + 1}${ending.toLowerCase()}`, bytes };
}

const FEWER = {
  vi: `Mỗi lần gửi được tối đa ${MOST_FILES} tệp. Hãy chọn lại; chữ bạn đã viết vẫn còn.`,
  en: `Expected at most ${MOST_FILES} files. Choose again; what you wrote is kept.`,
};
const tooManyFiles = () =>
  new ProblemError({
    code: 'TOO_MANY_FILES',
    status: 422,
    ...FEWER,
    detail: { problems: [{ path: FILES, ...FEWER }] },
  });
