// Owns what an e-mail about one notice says: why the reader is told, the case's number and its term. Of a protected case,
// or one that the reader may no longer see: only that there is something.
import type { NoticeKind } from '../../../shared/notifications-contract';
import type { LocalText } from '../packages/types';
import { caseAccess } from '../policy/case-access';
import { caseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import { findProtected } from './find-protected';
import type { MailReader } from './mail-reader';
import { KIND_WORDS, NEUTRAL_KINDS, WORDS } from './mail-words';
import { dueWords, termLine } from './term-line';
import type { MailContent } from './write-mail';

interface NoticeRow {
  topic: NoticeKind;
  case_id: string | null;
  clock_id: string | null;
  link: string | null;
  because: LocalText | null;
}

/** null: the notice is not this reader's. */
export async function mailOfNotice(
  platform: Platform,
  reader: MailReader,
  noticeId: string,
  publicUrl: string,
): Promise<MailContent | null> {
  const { knex } = platform;
  const notice: NoticeRow | undefined = await knex('procedures.notice_recipients as copy')
    .join('procedures.notices as notice', 'notice.id', 'copy.notice_id')
    .where({ 'copy.person_id': reader.actor.personId, 'copy.notice_id': noticeId })
    .first('notice.topic', 'notice.case_id', 'notice.clock_id', 'notice.link', 'copy.because');
  if (!notice) return null;
  const { language } = reader;
  const current: CaseRecord | undefined = notice.case_id
    ? await knex('procedures.cases').where({ id: notice.case_id }).first()
    : undefined;
  if (NEUTRAL_KINDS.includes(notice.topic) || (current && !(await mayBeNamed(platform, reader, current))))
    return neutralMail(reader, publicUrl);
  const clock: ClockRecord | undefined = notice.clock_id
    ? await knex('procedures.clocks').where({ id: notice.clock_id }).first()
    : undefined;
  const kind = KIND_WORDS[notice.topic][language];
  const about = current ? termLine(current, clock ?? null, reader) : null;
  return {
    subject: `[${reader.tenantName}] ${kind}${about ? `: ${about}` : ''}`,
    sections: [
      { title: null, lines: [`${(notice.because ?? WORDS.byName)[language]}.`, `${kind}.`] },
      ...(current
        ? [
            {
              title: null,
              lines: [
                `${WORDS.case[language]}: ${current.book_no ?? WORDS.noNumber[language]}`,
                ...(clock ? [`${WORDS.term[language]}: ${clock.rule}, ${dueWords(clock, reader)}`] : []),
              ],
            },
          ]
        : []),
    ],
    link: {
      url: `${publicUrl}/admin/plugins/procedures${notice.link ?? '/notifications'}`,
      words: WORDS.open[language],
    },
    settingsUrl: settingsUrl(publicUrl),
  };
}

export const settingsUrl = (publicUrl: string) => `${publicUrl}/admin/plugins/procedures/notifications?tab=settings`;

function neutralMail({ language }: MailReader, publicUrl: string): MailContent {
  const words = WORDS.neutral[language];
  return {
    subject: words,
    sections: [{ title: null, lines: [`${words}.`] }],
    link: { url: `${publicUrl}/admin`, words: WORDS.signIn[language] },
    settingsUrl: null,
  };
}

async function mayBeNamed(platform: Platform, { actor }: MailReader, current: CaseRecord): Promise<boolean> {
  if (caseAccess(actor, caseSubject(current)) === 'none') return false;
  return (await findProtected(platform, [current])).size === 0;
}
