// attachments/ owns the files that people and the platform add to a case: received by streaming, recognised by their
// content, kept in PostgreSQL, read by right, withdrawn but never removed.
//   store a stream or a buffer:   storeAttachment(platform, source, { tenantId, personId, fileName, clientId | caseId, … })
//   with the entry that made it:  bindAttachments(trx, { tenantId, personId, clientId, caseId, taskId, at })
//   read its bytes:               readChunks(knex, id)          its row for a page: attachmentViews(…)
// This file alone owns which kinds of file are taken. Markup that a browser would run (HTML, SVG) is none of them.

export interface FileKind {
  readonly kind: string;
  /** The first is the usual one. */
  readonly extensions: readonly string[];
  readonly mediaType: string;
  /** Names that magic-bytes gives to the content; empty: recognised otherwise. */
  readonly magic: readonly string[];
  /** A zip holds an entry with this beginning, or its `mimetype` says this. */
  readonly zip?: { readonly entry?: string; readonly mimetype?: string };
  /** Shown in the page: as a picture or as a document. Everything else is only downloaded. */
  readonly preview: 'image' | 'pdf' | null;
}

const OOXML = 'application/vnd.openxmlformats-officedocument';
const ODF = 'application/vnd.oasis.opendocument';

export const fileKinds: readonly FileKind[] = [
  { kind: 'jpeg', extensions: ['jpg', 'jpeg'], mediaType: 'image/jpeg', magic: ['jpg'], preview: 'image' },
  { kind: 'png', extensions: ['png'], mediaType: 'image/png', magic: ['png'], preview: 'image' },
  { kind: 'webp', extensions: ['webp'], mediaType: 'image/webp', magic: ['webp'], preview: 'image' },
  { kind: 'heic', extensions: ['heic', 'heif'], mediaType: 'image/heic', magic: ['heif', 'heic'], preview: null },
  { kind: 'pdf', extensions: ['pdf'], mediaType: 'application/pdf', magic: ['pdf'], preview: 'pdf' },
  {
    kind: 'docx',
    extensions: ['docx'],
    mediaType: `${OOXML}.wordprocessingml.document`,
    magic: ['docx'],
    zip: { entry: 'word/' },
    preview: null,
  },
  {
    kind: 'xlsx',
    extensions: ['xlsx'],
    mediaType: `${OOXML}.spreadsheetml.sheet`,
    magic: ['xlsx'],
    zip: { entry: 'xl/' },
    preview: null,
  },
  {
    kind: 'odt',
    extensions: ['odt'],
    mediaType: `${ODF}.text`,
    magic: ['odt'],
    zip: { mimetype: `${ODF}.text` },
    preview: null,
  },
  {
    kind: 'ods',
    extensions: ['ods'],
    mediaType: `${ODF}.spreadsheet`,
    magic: ['ods'],
    zip: { mimetype: `${ODF}.spreadsheet` },
    preview: null,
  },
  { kind: 'doc', extensions: ['doc'], mediaType: 'application/msword', magic: ['doc'], preview: null },
  { kind: 'xls', extensions: ['xls'], mediaType: 'application/vnd.ms-excel', magic: ['xls'], preview: null },
  { kind: 'mp3', extensions: ['mp3'], mediaType: 'audio/mpeg', magic: ['mp3'], preview: null },
  { kind: 'm4a', extensions: ['m4a'], mediaType: 'audio/mp4', magic: ['m4a', 'mp4'], preview: null },
  { kind: 'wav', extensions: ['wav'], mediaType: 'audio/wav', magic: ['wav'], preview: null },
  { kind: 'mp4', extensions: ['mp4'], mediaType: 'video/mp4', magic: ['mp4'], preview: null },
  { kind: 'text', extensions: ['txt'], mediaType: 'text/plain', magic: [], preview: null },
];

export const kindOf = (name: string): FileKind | undefined => fileKinds.find((one) => one.kind === name);

export const extensionOf = (fileName: string): string => /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';

export const kindOfExtension = (fileName: string): FileKind | undefined => {
  const extension = extensionOf(fileName);
  return fileKinds.find((one) => one.extensions.includes(extension));
};

/** What is taken, for a sentence and for a file chooser. */
export const takenExtensions: readonly string[] = fileKinds.flatMap((one) => one.extensions);
