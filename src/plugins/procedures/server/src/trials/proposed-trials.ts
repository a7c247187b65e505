// Owns what trials say of a proposal: of each scenario whether it held on the very files that are proposed. One that did not
// (it failed, was tried on other files, or not at all) asks for a reason, or is refused, as the tenant has decided.
import type { Knex } from 'knex';
import type { ProposedTrials } from '../../../shared/trials-contract';
import { ProblemError } from '../problems/problem-error';
import { reasonOf } from '../problems/reason';
import { scenarioStandings } from './scenario-standings';
import { trialPolicy } from './trial-policy';

interface Proposed {
  tenantId: string;
  draftId: string;
  /** As saved: what trials ran on. */
  saved: ReadonlyMap<string, Buffer>;
  reason: unknown;
}

export async function proposedTrials(
  knex: Knex,
  { tenantId, draftId, saved, reason }: Proposed,
): Promise<ProposedTrials> {
  const scenarios = (await scenarioStandings(knex, draftId, saved)).map(({ shown }) => shown);
  const isStrict = (await trialPolicy(knex, tenantId)) === 'REFUSE';
  const open = scenarios.filter((one) => one.state !== 'HELD');
  if (isStrict && open.length > 0) throw mustHold(open);
  if (open.length > 0 && (typeof reason !== 'string' || reason.trim() === '')) throw needsReason(open);
  return { scenarios, reason: open.length > 0 ? reasonOf(reason) : null };
}

type Rows = ProposedTrials['scenarios'];
const names = (rows: Rows, language: 'vi' | 'en') => rows.map((one) => `"${one.title[language]}"`).join(', ');

const mustHold = (rows: Rows) =>
  new ProblemError({
    code: 'TRIALS_MUST_HOLD',
    status: 422,
    vi: `Quy định ở đây: mọi kịch bản phải chạy đạt trên đúng bản này trước khi đề nghị ban hành. Chưa đạt: ${names(rows, 'vi')}. Hãy mở thẻ "Thử" và chạy tất cả.`,
    en: `Expected every scenario to have held on these very files, as the tenant has decided, but these have not: ${names(rows, 'en')}. Open "Try" and run all.`,
    detail: { files: rows.map((one) => one.file) },
  });

const STATES = {
  FAILED: { vi: 'không đạt', en: 'failed' },
  STALE: { vi: 'chạy trước lần sửa cuối', en: 'tried before the last change' },
  NOT_TRIED: { vi: 'chưa chạy', en: 'not tried' },
} as const;
const ORDER = ['FAILED', 'STALE', 'NOT_TRIED'] as const;

/** What did not hold, by how it stands. */
const standing = (rows: Rows, language: 'vi' | 'en') =>
  ORDER.flatMap((state) => {
    const these = rows.filter((one) => one.state === state);
    return these.length > 0 ? [`${STATES[state][language]}: ${names(these, language)}`] : [];
  }).join('; ');

const needsReason = (rows: Rows) =>
  new ProblemError({
    code: 'TRIALS_NEED_REASON',
    status: 422,
    vi: `Có kịch bản chưa chạy đạt trên đúng bản này (${standing(rows, 'vi')}). Hãy mở thẻ "Thử" và chạy tất cả, hoặc ghi rõ vì sao vẫn đề nghị ban hành.`,
    en: `Expected every scenario to have held on these very files, but not these (${standing(rows, 'en')}). Open "Try" and run all, or say why it is proposed all the same.`,
    detail: {
      files: rows.map((one) => one.file),
      problems: [{ path: 'trialsReason', vi: 'Ghi lý do', en: 'Give a reason' }],
    },
  });
