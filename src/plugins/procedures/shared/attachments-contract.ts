/** The contract of files: what pages send and get. The bytes go as application/octet-stream, the name in X-File-Name. */

export type AttachmentVisibility = 'INTERNAL' | 'PROTECTED';

export interface AttachmentView {
  id: string;
  caseId: string | null;
  taskId: string | null;
  visibility: AttachmentVisibility;
  /** null: the reader may know that it is there, and no more */
  fileName: string | null;
  kind: string;
  mediaType: string;
  size: number;
  sha256: string;
  uploadedBy: { id: string; name: string } | null;
  uploadedAt: string;
  preview: 'image' | 'pdf' | null;
  withdrawn: { at: string; by: { id: string; name: string } | null; reason: string } | null;
  permissions: { read: boolean; withdraw: boolean };
}

export interface AttachmentList {
  items: AttachmentView[];
  limits: { maxBytes: number; extensions: string[] };
  permissions: { add: boolean };
}

/** The query of an upload: to a case at once, or to an entry that is not recorded yet. */
export interface UploadQuery {
  caseId?: string;
  taskId?: string;
  clientId?: string;
  visibility?: AttachmentVisibility;
}

export interface WithdrawBody {
  reason: string;
}
