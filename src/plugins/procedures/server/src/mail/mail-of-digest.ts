// Owns what a digest says: what of the reader's units is overdue, due today and due soon, and what is new; numbers and
// terms only, and why the reader is told of each. What may not be named is counted.
import type { Knex } from 'knex';
import { DateTime } from 'luxon';
import type { NoticeKind } from '../../../shared/notifications-contract';
import type { LocalText } from '../packages/types';
import { scopeCases } from '../policy/case-scope';
import type { Platform } from '../runtime/platform';
import type { CaseRecord, ClockRecord } from '../storage/rows';
import { findProtected } from './find-protected';
import { settingsUrl } from './mail-of-notice';
import type { MailReader } from './mail-reader';
import { KIND_WORDS, NEUTRAL_KINDS, WORDS } from './mail-words';
import { termLine } from './term-line';
import type { MailContent, MailSection } from './write-mail';

const MAX_LINES = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

type Running = CaseRecord & Pick<ClockRecord, 'rule' | 'due_at' | 'owner'> & { unit_name: string | null };
type Fresh = Partial<CaseRecord> & {
  topic: NoticeKind;
  case_id: string | null;
  because: LocalText | null;
  visible: boolean;
};

/** null: there is nothing to tell. */
export async function mailOfDigest(
  platform: Platform,
  reader: MailReader,
  moment: Date,
  publicUrl: string,
): Promise<MailContent | null> {
  const { language, timeZone } = reader;
  const now = platform.clock.now();
  const endOfDay = DateTime.fromJSDate(now, { zone: timeZone }).endOf('day').toJSDate();
  const running = await runningTerms(platform.knex, reader, now, endOfDay);
  const fresh = await freshNotices(platform.knex, reader, moment);
  if (running.length === 0 && fresh.length === 0) return null;
  const cases = new Map<string, CaseRecord>();
  for (const one of running) cases.set(one.id, one);
  for (const one of fresh) if (one.id) cases.set(one.id, one as CaseRecord);
  const hidden = await findProtected(platform, [...cases.values()]);
  const terms = running.filter((one) => !hidden.has(one.id));
  const news = fresh.filter(
    (one) => !NEUTRAL_KINDS.includes(one.topic) && one.visible && !(one.case_id && hidden.has(one.case_id)),
  );
  const unnamed =
    new Set(running.filter((one) => hidden.has(one.id)).map((one) => one.id)).size + fresh.length - news.length;
  const lineOf = (one: Running) => `${termLine(one, one, reader)}. ${becauseOfUnit(one, reader)}.`;
  const parts: [string, string[]][] = [
    [WORDS.overdue[language], terms.filter((one) => one.due_at < now).map(lineOf)],
    [WORDS.today[language], terms.filter((one) => one.due_at >= now && one.due_at <= endOfDay).map(lineOf)],
    [WORDS.amber[language], terms.filter((one) => one.due_at > endOfDay).map(lineOf)],
    [
      WORDS.fresh[language],
      news.map(
        (one) =>
          `${KIND_WORDS[one.topic][language]}${one.case_id ? `: ${termLine(one as CaseRecord, null, reader)}` : ''}. ${(one.because ?? WORDS.byName)[language]}.`,
      ),
    ],
  ];
  const named = parts.filter(([, lines]) => lines.length > 0);
  const more = WORDS.neutralMore[language].replace('{n}', String(unnamed));
  return {
    subject: `[${reader.tenantName}] ${WORDS.digest[language]}${named.map(([title, lines]) => ` · ${title}: ${lines.length}`).join('')}`,
    sections: [
      ...named.map(([title, lines]) => section(`${title} (${lines.length})`, lines, language)),
      ...(unnamed > 0 ? [{ title: null, lines: [more] }] : []),
    ],
    link: { url: `${publicUrl}/admin/plugins/procedures/notifications`, words: WORDS.open[language] },
    settingsUrl: settingsUrl(publicUrl),
  };
}

/** A term is told to whoever works in the unit that has to keep it, or oversees it. */
function becauseOfUnit({ owner, unit_name }: Running, { actor, language }: MailReader): string {
  const words = actor.units.includes(owner) ? WORDS.worksIn : WORDS.oversees;
  return words[language].replace('{unit}', () => unit_name ?? owner);
}

function section(title: string, lines: string[], language: MailReader['language']): MailSection {
  const rest = lines.length - MAX_LINES;
  return {
    title,
    lines: [...lines.slice(0, MAX_LINES), ...(rest > 0 ? [WORDS.others[language].replace('{n}', String(rest))] : [])],
  };
}

/** Terms that turn or have turned, of the units that the reader works in or leads. */
function runningTerms(knex: Knex, { actor }: MailReader, now: Date, endOfDay: Date): Promise<Running[]> {
  return scopeCases(knex('procedures.cases as cases'), actor, 'summary')
    .join('procedures.clocks as clock', 'clock.case_id', 'cases.id')
    .leftJoin('procedures.units as unit', (on) =>
      on.on('unit.tenant_id', 'cases.tenant_id').andOn('unit.code', 'clock.owner'),
    )
    .where({ 'clock.state': 'RUNNING', 'clock.tracking': 'ENFORCED' })
    .where((soon) => soon.where('clock.due_at', '<=', endOfDay).orWhere('clock.amber_at', '<=', now))
    .whereIn('clock.owner', [...actor.units, ...actor.overseen])
    .orderBy('clock.due_at')
    .limit(300)
    .select('cases.*', 'clock.rule', 'clock.due_at', 'clock.owner', 'unit.name as unit_name') as unknown as Promise<
    Running[]
  >;
}

/** What waits for the digest and has not been read since the one before. */
async function freshNotices(knex: Knex, { actor }: MailReader, moment: Date): Promise<Fresh[]> {
  const [before]: { last?: Date | null }[] = await knex('procedures.mails')
    .where({ person_id: actor.personId })
    .where('digest_at', '<', moment)
    .max('digest_at as last');
  return knex('procedures.notice_recipients as copy')
    .join('procedures.notices as notice', 'notice.id', 'copy.notice_id')
    .leftJoin('procedures.cases as one', 'one.id', 'notice.case_id')
    .where({ 'copy.person_id': actor.personId, 'copy.mail_choice': 'DIGEST' })
    .whereNull('copy.read_at')
    .where('copy.created_at', '>', before?.last ?? new Date(moment.getTime() - DAY_MS))
    .orderBy('copy.created_at')
    .limit(300)
    .select(
      'one.*',
      'notice.topic',
      'notice.case_id',
      'copy.because',
      knex.raw('(notice.case_id is null or notice.case_id in (?)) as visible', [
        scopeCases(knex('procedures.cases as cases'), actor, 'status').select('cases.id'),
      ]),
    );
}
