import type { NewClockRuleVersionBody } from '../../../../shared/contracts';
import { fromLocalInput } from '../../time/instants';

export interface NewVersionDraft {
  length: string;
  legalBasis: string;
  confirmed: boolean;
  by: string;
  /** a day, `YYYY-MM-DD` */
  at: string;
  document: string;
  reason: string;
}

export const EMPTY_CONFIRMATION = { by: '', document: '' };

const isLength = (text: string) => text.trim().startsWith('=') || /^\d+([.,]\d+)?$/.test(text.trim());

/** Names of the fields that are missing or wrong. */
export function newVersionFaults(draft: NewVersionDraft): (keyof NewVersionDraft)[] {
  const empty = (name: 'by' | 'at' | 'document' | 'reason') => draft[name].trim() === '';
  return [
    ...(isLength(draft.length) ? [] : (['length'] as const)),
    ...(draft.confirmed ? (['by', 'at', 'document'] as const).filter(empty) : []),
    ...(empty('reason') ? (['reason'] as const) : []),
  ];
}

export function newVersionBody(
  { packageId, version }: { packageId: string; version: number },
  draft: NewVersionDraft,
): NewClockRuleVersionBody {
  const length = draft.length.trim();
  return {
    packageId,
    version,
    definition: {
      length: length.startsWith('=') ? length : Number(length.replace(',', '.')),
      legalBasis: draft.legalBasis.trim(),
      confirmation: draft.confirmed
        ? {
            state: 'CONFIRMED',
            by: draft.by.trim(),
            at: fromLocalInput(`${draft.at}T00:00`)?.toISOString() ?? null,
            document: draft.document.trim(),
          }
        : { state: 'UNCONFIRMED' },
    },
    reason: draft.reason.trim(),
  };
}
