// Owns a tenant's new version of a template: judged as a package's own would be, kept with the day it takes effect. A
// refused file changes nothing; a version is never edited, only followed by another.
import { randomUUID } from 'node:crypto';
import { writeAudit } from '../audit/write-audit';
import { checkTemplate } from '../docx/check-template';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import type { Actor } from '../tenants/actor';
import { findDefinition } from './find-definition';
import { storeFile } from './stored-files';

export interface TemplateUpload {
  content: Buffer | null;
  fileName: string;
  effectiveFrom: unknown;
  effectiveTo: unknown;
  formNumber: unknown;
  note: unknown;
}

const DAY = /^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const isDay = (value: unknown): value is string =>
  typeof value === 'string' && DAY.test(value) && new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);

export async function uploadTemplate(
  platform: Platform,
  actor: Actor,
  packageId: string,
  documentId: string,
  upload: TemplateUpload,
): Promise<{ version: number }> {
  requireAllowed(decide(actor, 'template.write', { tenantId: actor.tenantId }));
  const published = await platform.library.active(actor.tenantId, packageId);
  const definition = findDefinition(published, documentId);
  const fields = checkedFields(upload);
  const { docx } = checkTemplate(upload.content ?? Buffer.alloc(0), definition.values);
  return inTransaction(platform.strapi, async (trx) => {
    const now = platform.clock.now();
    const key = { tenant_id: actor.tenantId, package_id: packageId, document_id: documentId };
    // Two uploads at once get two versions.
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
      `procedures.templates:${Object.values(key).join('/')}`,
    ]);
    const last = await trx('procedures.document_templates').where(key).max('version as version').first();
    const version = Number(last?.version ?? 0) + 1;
    const file = await storeFile(trx, actor.tenantId, docx, now);
    await trx('procedures.document_templates').insert({
      id: randomUUID(),
      ...key,
      version,
      form_number: fields.formNumber ?? definition.formNumber ?? null,
      effective_from: fields.effectiveFrom,
      effective_to: fields.effectiveTo,
      note: fields.note,
      file_id: file.id,
      file_name: upload.fileName.slice(0, 200),
      person_id: actor.personId,
      created_at: now,
    });
    await writeAudit(trx, {
      tenantId: actor.tenantId,
      at: now,
      actor,
      action: 'template.upload',
      subjectType: 'template',
      subjectId: `${packageId}/${documentId}`,
      detail: { version, hash: file.hash, effectiveFrom: fields.effectiveFrom },
    });
    return { version };
  });
}

function checkedFields(upload: TemplateUpload) {
  const problems: { path: string; vi: string; en: string }[] = [];
  const note = typeof upload.note === 'string' ? upload.note.trim() : '';
  const formNumber = typeof upload.formNumber === 'string' ? upload.formNumber.trim() : '';
  const effectiveTo = upload.effectiveTo === undefined || upload.effectiveTo === '' ? null : upload.effectiveTo;
  if (!upload.content) problems.push({ path: 'file', vi: 'Hãy chọn tệp .docx.', en: 'Choose a .docx file.' });
  if (!isDay(upload.effectiveFrom)) {
    problems.push({
      path: 'effectiveFrom',
      vi: 'Hãy nhập ngày bắt đầu hiệu lực.',
      en: 'Enter the day it takes effect, such as 2026-12-01.',
    });
  }
  if (effectiveTo !== null && (!isDay(effectiveTo) || effectiveTo < String(upload.effectiveFrom))) {
    problems.push({
      path: 'effectiveTo',
      vi: 'Ngày hết hiệu lực phải là một ngày, không trước ngày bắt đầu.',
      en: 'The last day must be a day, not before the first.',
    });
  }
  if (note.length < 3 || note.length > 500) {
    problems.push({
      path: 'note',
      vi: 'Hãy ghi căn cứ hoặc lý do thay đổi.',
      en: 'Say why or by what the form changes.',
    });
  }
  if (formNumber.length > 40) {
    problems.push({ path: 'formNumber', vi: 'Số mẫu tối đa 40 ký tự.', en: 'A form number has up to 40 characters.' });
  }
  if (problems.length > 0) {
    throw new ProblemError({
      code: 'TEMPLATE_UPLOAD_INCOMPLETE',
      status: 422,
      vi: 'Chưa đủ thông tin để nhận phiên bản mới của mẫu. Hãy điền các mục được nêu.',
      en: 'Expected a file, the day it takes effect and a reason: complete the fields named.',
      detail: { problems },
    });
  }
  return {
    effectiveFrom: upload.effectiveFrom as string,
    effectiveTo: effectiveTo as string | null,
    note,
    formNumber: formNumber || null,
  };
}
