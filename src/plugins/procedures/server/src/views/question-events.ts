// Owns what the timeline of a case tells of its questions to other units: made from the questions themselves, so that it
// cannot differ from them. They move neither the state of the case nor any clock of its procedure.
import type { CaseEvent } from '../../../shared/contracts';
import type { LocalText } from '../packages/types';
import type { QuestionRecord } from '../questions/question-record';
import type { Platform } from '../runtime/platform';
import { named, personNames } from './person-names';

interface Told {
  code: string;
  title: LocalText;
  at: Date;
  enteredAt?: Date;
  lateReason?: string | null;
  person: string | null;
}

export async function questionEvents({ knex }: Platform, caseId: string): Promise<CaseEvent[]> {
  const rows: (QuestionRecord & { unit_name: string | null })[] = await knex('procedures.unit_questions as q')
    .leftJoin('procedures.units as u', (on) => on.on('u.tenant_id', 'q.tenant_id').andOn('u.code', 'q.to_unit'))
    .where('q.case_id', caseId)
    .select('q.*', 'u.name as unit_name');
  const told = rows.flatMap((row) => stepsOf(row, row.unit_name ?? row.to_unit).map((step) => ({ row, step })));
  const names = await personNames(
    knex,
    told.map(({ step }) => step.person),
  );
  return told.map(({ row, step }) => ({
    id: `${row.id}:${step.code}`,
    // Without a number of its own: the page places it by its time.
    seq: 0,
    code: step.code,
    title: step.title,
    businessAt: step.at.toISOString(),
    enteredAt: (step.enteredAt ?? step.at).toISOString(),
    lateReason: step.lateReason ?? null,
    person: named(names, step.person),
    actor: null,
    stateAfter: '',
    stateAfterTitle: step.title,
    publicText: null,
  }));
}

function stepsOf(row: QuestionRecord, unit: string): Told[] {
  const asked: Told = {
    code: 'UNIT_ASKED',
    title: { vi: `Hỏi ${unit}`, en: `${unit} was asked` },
    at: row.asked_at,
    person: row.asked_by,
  };
  if (row.closed_at === null) return [asked];
  if (row.state === 'ANSWERED') {
    const at = row.answered_at ?? row.closed_at;
    const late = at > row.due_at;
    const title = { vi: `${unit} trả lời${late ? ' (trễ hạn)' : ''}`, en: `${unit} answered${late ? ' (late)' : ''}` };
    const entered = { enteredAt: row.closed_at, lateReason: row.late_reason };
    return [asked, { code: 'UNIT_ANSWERED', title, at, ...entered, person: row.answered_by }];
  }
  if (row.state === 'RETURNED')
    return [
      asked,
      {
        code: 'UNIT_SENT_BACK',
        title: { vi: `${unit} trả lại: không thuộc lĩnh vực`, en: `${unit} sent it back as not its field` },
        at: row.closed_at,
        person: row.answered_by,
      },
    ];
  return [
    asked,
    {
      code: 'UNIT_QUESTION_WITHDRAWN',
      title: { vi: `Rút yêu cầu gửi ${unit}`, en: `The question to ${unit} was withdrawn` },
      at: row.closed_at,
      person: null,
    },
  ];
}
