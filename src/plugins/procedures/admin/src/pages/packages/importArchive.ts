/**
 * Brings the files of a zip into a draft, one by one through the door that every save takes: each is checked there, keeps
 * its earlier version, and is refused when somebody else has changed it since the page was read.
 */
import type { DraftView, Saved } from '../../../../shared/packages-contract';
import { refusal } from '../../api/problem';
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
    const text = await entry.async('string');
    bytes += text.length;
    if (bytes > MOST_BYTES) throw refused();
    const path = entry.name.slice(root.length);
    const revision = files.find((file) => file.path === path)?.revision ?? 0;
    await put<Saved>(`/drafts/${draft.id}/file`, { path, revision, text });
    saved.push(path);
    tell(saved.length, texts.length);
  }
  return {
    saved,
    left: entries.filter((entry) => !texts.includes(entry)).map((entry) => entry.name.slice(root.length)),
  };
}

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
