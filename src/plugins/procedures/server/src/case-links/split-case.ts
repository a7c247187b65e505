// Owns the making of a new case out of a part of another: it begins by its start message like any other, with a number of
// its own, the time at which the old one was received, and a copy of the people who were chosen. Rows, files and documents
// stay where they are and are read in both. Nothing is taken from the old case; the two steps are safe to repeat.
import { randomUUID } from 'node:crypto';
import { writeAuditAtEnd } from '../audit/write-audit';
import type { StartedCase } from '../cases/begin-case';
import { caseContext } from '../cases/case-context';
import { loadCase } from '../cases/load-case';
import { startCase } from '../cases/start-case';
import { initialValues } from '../events/form-values';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { ProblemError } from '../problems/problem-error';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { inTransaction } from '../storage/in-transaction';
import { actingHeadFor } from '../tenants/acting-right';
import type { Actor } from '../tenants/actor';
import { linkReason } from './link-reason';
import { splitDefinition } from './merge-definition';
import { lockPair } from './mergeable';
import { recordOnCase } from './record-on-case';

export interface SplitInput {
  clientId: string;
  reason: unknown;
  event: string;
  people: string[];
  rows: Record<string, string[]>;
  attachments: string[];
  documents: string[];
  record: Record<string, unknown>;
}

export async function splitCase(
  platform: Platform,
  actor: Actor,
  caseId: string,
  input: SplitInput,
): Promise<StartedCase> {
  const { current, subject } = await loadCase(platform.knex, caseId, actor.tenantId);
  requireAllowed(decide(actor, 'case.link', subject));
  const published = await platform.library.active(current.tenant_id, current.package_id);
  const split = splitDefinition(published);
  if (split.approval === 'HEAD') requireAllowed(decide(actor, 'case.decideLink', subject));
  const reason = linkReason(input.reason);
  // Whoever may know of a restricted case is decided by its own record, which the new one has not.
  if (current.restricted) throw restrictedStays();
  const { record, people } = await caseContext(platform, current, published);
  const chosen = people.filter((person) => input.people.includes(String(person.id)));
  if (chosen.some((person) => person.sealed === true) || (record.identityProtection === true && chosen.length > 0))
    throw protectedStay();
  if (isNothingChosen(input, chosen.length, record)) throw splitEmpty();
  const start = published.read.manifest.starts.find((one) => one.event === input.event);
  const form = findForm(published, start?.form ?? null);
  const attribute = published.read.manifest.record.people;
  const copied = attribute ? { [attribute]: chosen.map(({ id: _own, ...person }) => person) } : {};
  const values = initialValues(form, { ...record, ...input.record, ...copied });
  const started = await startCase(platform, actor, {
    packageId: current.package_id,
    event: input.event,
    values,
    at: current.received_at.toISOString(),
    lateReason: reason,
    // A part of a case is meant, with its reason, whatever its form lacks.
    confirmedEmpty: true,
    clientId: input.clientId,
  });
  await inTransaction(platform.strapi, async (trx) => {
    const { other: old } = await lockPair(trx, started.caseId, current.id);
    const known = await trx('procedures.case_links').where({ case_id: started.caseId, kind: 'SPLIT_FROM' }).first('id');
    if (known) return;
    const at = platform.clock.now();
    const id = randomUUID();
    const { people: persons, rows, attachments, documents } = input;
    await trx('procedures.case_links').insert({
      id,
      tenant_id: actor.tenantId,
      case_id: started.caseId,
      other_case_id: old.id,
      kind: 'SPLIT_FROM',
      state: 'IN_FORCE',
      reason,
      created_by: actor.personId,
      created_at: at,
      action_id: started.actionId,
      selection: JSON.stringify({ people: persons, rows, attachments, documents }),
    });
    const actingFor = split.approval === 'HEAD' ? actingHeadFor(actor, [old.handling_unit]) : null;
    await recordOnCase(platform, trx, old, split.event, {
      personId: actor.personId,
      actingFor: actingFor?.id ?? null,
    });
    await writeAuditAtEnd(trx, {
      tenantId: actor.tenantId,
      at,
      actor,
      actingFor,
      action: 'case.split',
      subjectType: 'case',
      subjectId: old.id,
      detail: { link: id, new: started.caseId, people: persons.length, files: attachments.length },
    });
  });
  return started;
}

/** Neither a part that goes along nor words of its own: the new case would be a copy. */
function isNothingChosen(input: SplitInput, people: number, record: Record<string, unknown>): boolean {
  const parts = [...Object.values(input.rows), input.attachments, input.documents];
  if (people > 0 || parts.some((ids) => ids.length > 0)) return false;
  return Object.entries(input.record).every(([name, value]) => plain(value) === plain(record[name]));
}

const plain = (value: unknown) => (typeof value === 'string' ? value.trim() : value ? JSON.stringify(value) : '');

const splitEmpty = () =>
  new ProblemError({
    code: 'SPLIT_EMPTY',
    status: 422,
    vi: 'Chưa chọn gì để tách: hồ sơ mới sẽ chỉ là bản chép của hồ sơ này. Hãy chọn người, mục, tệp hoặc văn bản đi cùng, hoặc sửa nội dung cho đúng phần được tách.',
    en: 'Expected something to be split off, but nothing is chosen and the new case would be a copy. Choose people, rows, files or documents that go along, or change the content to what is split off.',
  });

const protectedStay = () =>
  new ProblemError({
    code: 'PROTECTED_PERSON_STAYS',
    status: 422,
    vi: 'Người được bảo vệ danh tính ở lại hồ sơ gốc: danh tính đã niêm phong không chép sang hồ sơ khác. Hãy bỏ chọn; hồ sơ mới vẫn dẫn chiếu hồ sơ gốc.',
    en: 'Expected no protected person among those chosen: a sealed identity is not copied to another case. Leave them out; the new case refers to the old one.',
  });

const restrictedStays = () =>
  new ProblemError({
    code: 'RESTRICTED_STAYS',
    status: 409,
    vi: 'Hồ sơ hạn chế không tách bằng cách này. Hãy tiếp nhận nội dung mới thành hồ sơ riêng.',
    en: 'Expected a case that is not restricted: enter the new matter as a report of its own.',
  });
