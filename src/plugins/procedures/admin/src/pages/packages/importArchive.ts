/**
 * Brings the files of a zip into a draft, one by one through the door that every save takes: each is checked there, keeps
 * its earlier version, and is refused when somebody else has changed it since the page was read.
 */
import type { JSZipObject } from 'jszip';

import type { DraftView, Saved } from '../../../../shared/packages-contract';
import { type Problem, readProblem, refusal } from '../../api/problem';
import { put } from '../../api/send';

const TEXTS = /\.(bpmn|dmn|form|json)$/;
const MOST_FILES = 500;
const MOST_BYTES = 32 * 1024 * 1024;

export interface Imported {
  saved: string[];
  /** what a draft does not take this way: Word templates, pictures */
  left: string[];
}

export type Told = (done: number, all: number) => void;

export async function importArchive({ draft, files }: DraftView, archive: Blob, tell: Told): Promise<Imported> {
  const { default: JSZip } = await import('jszip');
  const zip = await JSZip.loadAsync(archive).catch(() => {
    throw refused();
  });
  const entries = Object.values(zip.files).filter((entry) => !entry.dir && !/(^|\/)(\.|__MACOSX)/.test(entry.name));
  const root = commonFolder(entries.map((entry) => entry.name));
  const texts = entries.filter((entry) => TEXTS.test(entry.name));
  if (texts.length === 0 || entries.length > MOST_FILES) throw refused();
  let bytes = 0;
  const saved: string[] = [];
  for (const entry of texts) {
    const text = await textOf(entry, MOST_BYTES - bytes);
    bytes += text.length;
    const path = entry.name.slice(root.length);
    const revision = files.find((file) => file.path === path)?.revision ?? 0;
    try {
      await put<Saved>(`/drafts/${draft.id}/file`, { path, revision, text });
    } catch (thrown) {
      throw inFile(readProblem(thrown), path, saved.length);
    }
    saved.push(path);
    tell(saved.length, texts.length);
  }
  return {
    saved,
    left: entries.filter((entry) => !texts.includes(entry)).map((entry) => entry.name.slice(root.length)),
  };
}

/** What JSZip has and does not declare. */
interface Unpacking {
  on(event: 'data', listener: (part: string) => void): Unpacking;
  on(event: 'error' | 'end', listener: () => void): Unpacking;
  resume(): Unpacking;
  pause(): Unpacking;
}

/** Unpacked piece by piece and left in the middle: a small zip may hold more than the browser has memory for. */
const textOf = (entry: JSZipObject, room: number) =>
  new Promise<string>((resolve, reject) => {
    const parts: string[] = [];
    let length = 0;
    const stream = (entry as JSZipObject & { internalStream(type: 'string'): Unpacking }).internalStream('string');
    stream
      .on('data', (part) => {
        length += part.length;
        parts.push(part);
        if (length <= room) return;
        stream.pause();
        reject(refused());
      })
      .on('error', () => reject(refused()))
      .on('end', () => resolve(parts.join('')))
      .resume();
  });

/** Which file it was, and how many are in the draft already: what has been taken stays. */
const inFile = ({ vi, en, code }: Problem, path: string, saved: number) =>
  refusal(code, {
    vi: `${path}: ${vi} Đã nhập ${saved} tệp trước đó; tệp này và các tệp sau chưa nhập.`,
    en: `${path}: ${en} ${saved} files before it are imported; this one and those after it are not.`,
  });

/** A package that was packed with the folder it lies in. */
export function commonFolder(names: string[]): string {
  const manifest = names.find((name) => name === 'manifest.json' || name.endsWith('/manifest.json'));
  return manifest ? manifest.slice(0, -'manifest.json'.length) : '';
}

const refused = () =>
  refusal('ARCHIVE_REFUSED', {
    vi: `Không đọc được: cần một tệp zip có tệp .bpmn, .dmn, .form hoặc .json, tối đa ${MOST_FILES} tệp và 32 MB.`,
    en: `Expected a zip with .bpmn, .dmn, .form or .json files, at most ${MOST_FILES} files and 32 MB.`,
  });
