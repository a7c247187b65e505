// Owns the row of procedures.attachments as TypeScript sees it.
import type { AttachmentVisibility } from '../../../shared/attachments-contract';

export interface AttachmentRecord {
  id: string;
  tenant_id: string;
  case_id: string | null;
  client_id: string | null;
  task_id: string | null;
  visibility: AttachmentVisibility;
  file_name: string;
  kind: string;
  media_type: string;
  /** Decimal: a bigint in the database. */
  size_bytes: string;
  sha256: string;
  uploaded_by: string | null;
  uploaded_at: Date;
  bound_at: Date | null;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  withdrawn_reason: string | null;
}
