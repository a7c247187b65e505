// Owns what may go with a case that is made out of this one: people by their role and name (the protected by their
// pseudonym only, and they stay), rows, files, documents, and the texts that the new case begins with.
import type { SplitParts } from '../../../shared/case-links-contract';
import type { RelatedCell } from '../../../shared/related-contract';
import type { CaseLinkRecord } from '../case-links/case-link';
import { splitDefinition } from '../case-links/merge-definition';
import { caseContext } from '../cases/case-context';
import { formFields } from '../forms/form-fields';
import { decide } from '../policy/decide';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { linkedContent } from './linked-content';

export async function splitParts(platform: Platform, actor: Actor, current: CaseRecord): Promise<SplitParts> {
  const published = await platform.library.active(current.tenant_id, current.package_id);
  splitDefinition(published);
  const { manifest } = published.read;
  const { record } = await caseContext(platform, current, published);
  const whole = await linkedContent(platform, actor, current, { kind: 'MERGED_INTO' } as CaseLinkRecord);
  const starts = manifest.starts.filter(
    (start) =>
      decide(actor, 'case.start', { tenantId: actor.tenantId, packageId: manifest.id, groups: start.groups }).allowed,
  );
  const form = findForm(published, starts[0]?.form ?? null);
  return {
    starts: starts.map(({ event, title }) => ({ event, title })),
    people: (whole?.persons ?? []).map((person) => ({
      id: person.id,
      role: person.role,
      sealed: person.sealed,
      text: person.sealed ? '' : String(person.fields[0]?.value ?? ''),
    })),
    tables: (whole?.related ?? []).map((table) => ({
      name: table.name,
      title: table.title,
      rows: table.rows.map((row, index) => ({ id: table.ids[index] ?? '', cells: firstOf(row) })),
    })),
    attachments: (whole?.attachments ?? []).flatMap(({ id, fileName }) => (fileName ? [{ id, fileName }] : [])),
    documents: (whole?.documents ?? []).map(({ id, title, number }) => ({ id, title, number })),
    texts: formFields(form?.components ?? []).flatMap((field) => {
      const name = field.key?.startsWith('record.') ? field.key.slice('record.'.length) : null;
      if (!name || field.type !== 'textarea') return [];
      const label = String(field.label ?? name);
      return [{ name, label: { vi: label, en: label }, value: String(record[name] ?? '') }];
    }),
  };
}

/** So much that a person knows which row it is. */
const firstOf = (row: RelatedCell[]) => row.filter(({ words, value }) => words !== null || value !== null).slice(0, 3);
