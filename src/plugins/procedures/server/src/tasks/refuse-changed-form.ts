// Owns the refusal of values that were typed into a form that is no longer the task's: the case has been moved to another
// version of its package while the page was open. What differs is named; nothing that was typed is lost on the page.
import type { FormDifference } from '../../../shared/taskpage-contract';
import { formFields } from '../forms/form-fields';
import type { FormComponent, FormSchema } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, TaskRecord } from '../storage/rows';

/** `openedVersion`: the package version that the page says it read the form in; none said, nothing asked. */
export async function refuseChangedForm(
  platform: Platform,
  task: TaskRecord,
  current: CaseRecord,
  published: PublishedPackage,
  openedVersion: unknown,
): Promise<void> {
  if (typeof openedVersion !== 'string' || openedVersion === current.package_version) return;
  const opened = await platform.library
    .load(current.tenant_id, current.package_id, openedVersion)
    .catch((error: unknown) => {
      if (error instanceof ProblemError) return null;
      throw error;
    });
  const oldForm = opened?.read.manifest.elements?.[task.element_id]?.form ?? task.form_id;
  // A version that nobody has published is refused without naming anything.
  const differences = opened ? formDifferences(findForm(opened, oldForm), findForm(published, task.form_id)) : [];
  if (opened && differences.length === 0) return;
  const names = differences.map((one) => `“${one.label}”`).join(', ');
  throw new ProblemError({
    code: 'FORM_CHANGED',
    status: 409,
    vi: `Biểu mẫu đã đổi (phiên bản ${openedVersion} → ${current.package_version})${names ? `, khác ở: ${names}` : ''}. Nội dung bạn nhập vẫn còn; hãy tải lại để điền theo mẫu mới.`,
    en: `Expected values for version ${current.package_version} of the form, but they were typed for ${openedVersion}${names ? `; it differs in: ${names}` : ''}. What you typed is kept; reload and fill in the new form.`,
    detail: { differences },
  });
}

/** What a person would notice: fields that came, went, or ask something else. */
export function formDifferences(before: FormSchema | null, after: FormSchema | null): FormDifference[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const differences: FormDifference[] = [];
  for (const [path, field] of now) {
    const was = old.get(path);
    if (!was) differences.push({ path, label: field.label ?? path, change: 'ADDED' });
    else if (asked(was) !== asked(field)) differences.push({ path, label: field.label ?? path, change: 'CHANGED' });
  }
  for (const [path, field] of old) {
    if (!now.has(path)) differences.push({ path, label: field.label ?? path, change: 'REMOVED' });
  }
  return differences;
}

const fieldsOf = (form: FormSchema | null): Map<string, FormComponent> =>
  new Map(formFields(form?.components ?? []).flatMap((field) => (field.key ? [[field.key, field] as const] : [])));

const asked = ({ type, label, values, validate }: FormComponent): string =>
  JSON.stringify([type, label, values ?? null, validate ?? null]);
