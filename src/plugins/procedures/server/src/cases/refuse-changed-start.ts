// Owns the refusal of an entry that was typed into a start form which has been replaced meanwhile. What differs is named;
// what was typed stays on the page and in the draft. Versions whose form asks the same are no reason to refuse.

import type { StartDefinition } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { formDifferences } from '../tasks/refuse-changed-form';

export async function refuseChangedStart(
  platform: Pick<Platform, 'library'>,
  tenantId: string,
  published: PublishedPackage,
  start: StartDefinition,
  openedVersion: unknown,
): Promise<void> {
  const { id, version } = published.read.manifest;
  if (typeof openedVersion !== 'string' || openedVersion === version) return;
  const opened = await platform.library.load(tenantId, id, openedVersion).catch((error: unknown) => {
    if (error instanceof ProblemError) return null;
    throw error;
  });
  const oldStart = opened?.read.manifest.starts.find((one) => one.event === start.event);
  const differences = opened ? formDifferences(findForm(opened, oldStart?.form), findForm(published, start.form)) : [];
  if (opened && differences.length === 0) return;
  const names = differences.map((one) => `“${one.label}”`).join(', ');
  throw new ProblemError({
    code: 'FORM_CHANGED',
    status: 409,
    vi: `Biểu mẫu đã đổi (phiên bản ${openedVersion} → ${version})${names ? `, khác ở: ${names}` : ''}. Nội dung bạn gõ vẫn còn; bấm "Mở theo mẫu mới".`,
    en: `Expected values for version ${version} of the form, but they were typed for ${openedVersion}${names ? `; it differs in: ${names}` : ''}. What you typed is kept: open it in the new form.`,
    detail: { differences },
  });
}
