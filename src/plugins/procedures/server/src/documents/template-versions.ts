// Owns the versions of a template: the package's own, and the tenant's later ones; and which is in force on a day.

import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import { chooseVersion } from '../docx/choose-version';
import type { DocumentDefinition } from '../packages/types';
import { ProblemError } from '../problems/problem-error';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { TemplateRecord } from './rows';
import { hashOf, readStoredFile } from './stored-files';

export interface KnownVersion {
  version: number;
  formNumber: string | null;
  effectiveFrom: string;
  effectiveTo: string | null;
  /** null: the package's own. */
  row: TemplateRecord | null;
}

export interface Template extends KnownVersion {
  docx: Buffer;
  hash: string;
}

export async function versionsOf(
  knex: Knex,
  tenantId: string,
  packageId: string,
  definition: DocumentDefinition,
): Promise<KnownVersion[]> {
  const rows: TemplateRecord[] = await knex('procedures.document_templates')
    .where({ tenant_id: tenantId, package_id: packageId, document_id: definition.id })
    .orderBy('version', 'desc')
    .select(
      'version',
      'form_number',
      knex.raw("to_char(effective_from, 'YYYY-MM-DD') as effective_from"),
      knex.raw("to_char(effective_to, 'YYYY-MM-DD') as effective_to"),
      'note',
      'file_id',
      'file_name',
      'person_id',
      'created_at',
    );
  return [
    ...rows.map((row) => ({
      version: row.version,
      formNumber: row.form_number,
      effectiveFrom: row.effective_from,
      effectiveTo: row.effective_to,
      row,
    })),
    {
      version: 0,
      formNumber: definition.formNumber ?? null,
      effectiveFrom: definition.effectiveFrom,
      effectiveTo: definition.effectiveTo ?? null,
      row: null,
    },
  ];
}

/** The template in force on `day`, with its content. */
export async function templateInForce(
  platform: Pick<Platform, 'knex'>,
  published: PublishedPackage,
  definition: DocumentDefinition,
  day: string,
): Promise<Template> {
  const { tenantId, read } = published;
  const chosen = chooseVersion(await versionsOf(platform.knex, tenantId, read.id, definition), day);
  if (!chosen) {
    throw new ProblemError({
      code: 'TEMPLATE_NOT_IN_FORCE',
      status: 409,
      vi: `Ngày ${day} không có phiên bản nào của mẫu "${definition.title.vi}" đang hiệu lực. Hãy đề nghị người quản trị tải phiên bản mới ở trang Biểu mẫu.`,
      en: `Expected a version of "${definition.title.en}" in force on ${day}, but there is none: ask the administrator to upload one.`,
    });
  }
  return withContent(platform.knex, published, definition, chosen);
}

export async function withContent(
  knex: Knex,
  published: PublishedPackage,
  definition: DocumentDefinition,
  version: KnownVersion,
): Promise<Template> {
  const docx = version.row
    ? await readStoredFile(knex, published.tenantId, version.row.file_id)
    : published.read.files.find((file) => file.path === definition.file)?.content;
  if (!docx) throw new Error(`Expected package ${published.read.id} to hold ${definition.file}, but it does not`);
  return { ...version, docx, hash: hashOf(docx) };
}

export async function zoneOf(knex: Knex, tenantId: string): Promise<string> {
  const row: { time_zone: string } = await knex('procedures.tenants').where({ id: tenantId }).first('time_zone');
  return row.time_zone;
}

export const dayIn = (zone: string, at: Date): string => DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd');
