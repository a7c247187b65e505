import type { AttachmentList, AttachmentVisibility } from '../../../shared/attachments-contract';
import { withQuery } from '../api/query';
import { type Resource, useResource } from '../api/useResource';
import { useCaseChanges } from '../live/useCaseChanges';
import { type Uploads, useUploads } from './useUploads';

/** Of a case, or of an entry that is not recorded yet. */
export interface AttachmentPlace {
  caseId?: string;
  taskId?: string;
  clientId?: string;
  visibility?: AttachmentVisibility;
}

export type Attachments = Resource<AttachmentList> & Uploads;

/** The files of a place and those on their way to it; those of an entry go to the case that it becomes meanwhile. */
export function useAttachments({ caseId, taskId, clientId, visibility = 'INTERNAL' }: AttachmentPlace): Attachments {
  const path = caseId ? `/cases/${caseId}/attachments` : withQuery('/attachments', { clientId });
  const kept = useResource<AttachmentList>(path);
  useCaseChanges(caseId ?? null, kept.reload);
  const query = caseId ? { caseId, taskId, visibility } : { clientId, visibility };
  return { ...kept, ...useUploads(query, kept.data?.limits ?? null, kept.reload) };
}
