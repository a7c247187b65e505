// Owns the library of templates as its page shows it: every document of the tenant's packages, with its versions, the
// one in force today, and the series it takes its numbers from.
import type { TemplateLibrary, TemplateRow } from '../../../shared/documents-contract';
import { isList } from '../docx/check-template';
import { chooseVersion } from '../docx/choose-version';
import type { DocumentDefinition } from '../packages/types';
import { pdfAbility } from '../pdf/pdf-ability';
import { decide } from '../policy/decide';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { letterheadsOf } from './letterheads';
import { seriesFormat } from './series';
import { dayIn, versionsOf, zoneOf } from './template-versions';

export async function templateLibrary(platform: Platform, actor: Actor): Promise<TemplateLibrary> {
  const packages = await platform.library.allActive(actor.tenantId);
  const day = dayIn(await zoneOf(platform.knex, actor.tenantId), platform.clock.now());
  const items = packages.flatMap((published) =>
    (published.read.manifest.documents ?? []).map((definition) =>
      templateRow(platform, actor, published, definition, day),
    ),
  );
  return {
    items: await Promise.all(items),
    letterheads: await letterheadsOf(platform.knex, actor.tenantId),
    pdf: await pdfAbility(),
    permissions: { edit: decide(actor, 'template.write', { tenantId: actor.tenantId }).allowed },
  };
}

async function templateRow(
  platform: Platform,
  actor: Actor,
  published: PublishedPackage,
  definition: DocumentDefinition,
  day: string,
): Promise<TemplateRow> {
  const { knex } = platform;
  const versions = await versionsOf(knex, actor.tenantId, published.read.id, definition);
  const inForce = chooseVersion(versions, day);
  const people: { id: string; full_name: string }[] = await knex('procedures.people')
    .whereIn(
      'id',
      versions.flatMap((one) => one.row?.person_id ?? []),
    )
    .select('id', 'full_name');
  return {
    packageId: published.read.id,
    packageTitle: published.read.manifest.title,
    documentId: definition.id,
    title: definition.title,
    use: definition.use ?? 'CASE',
    formNumber: inForce?.formNumber ?? definition.formNumber ?? null,
    legalBasis: definition.legalBasis ?? null,
    confirmation: definition.confirmation,
    series: definition.numberSeries ? await seriesRow(platform, actor, definition.numberSeries, day) : null,
    placeholders: Object.entries(definition.values).map(([name, value]) =>
      isList(value)
        ? `{#${name}} ${Object.keys(value.fields)
            .map((key) => `{${key}}`)
            .join(' ')} {/${name}}`
        : `{${name}}`,
    ),
    versions: versions.map((one) => ({
      version: one.version,
      formNumber: one.formNumber,
      effectiveFrom: one.effectiveFrom,
      effectiveTo: one.effectiveTo,
      note: one.row?.note ?? null,
      by: people.find((person) => person.id === one.row?.person_id)?.full_name ?? null,
      createdAt: one.row?.created_at.toISOString() ?? null,
      inForce: one === inForce,
    })),
  };
}

async function seriesRow(platform: Platform, actor: Actor, series: { id: string; format: string }, day: string) {
  const row: { last: number } | undefined = await platform
    .knex('procedures.number_series')
    .where({ tenant_id: actor.tenantId, series: series.id, year: Number(day.slice(0, 4)) })
    .first('last');
  return {
    id: series.id,
    format: await seriesFormat(platform.knex, actor.tenantId, series),
    last: row?.last ?? 0,
  };
}
