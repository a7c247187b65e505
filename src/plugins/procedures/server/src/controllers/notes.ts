// Owns the routes of notes: list, write, withdraw, whom one may mention, where one is mentioned.
import type { MentionRow, NoteList } from '../../../shared/taskpage-contract';
import { placeOfCase } from '../attachments/load-attachment';
import { type Mentionable, mentionable } from '../notes/mentionable';
import { MAX_NOTE_LENGTH } from '../notes/note-text';
import { reporterRefusal } from '../notes/reporter-notes';
import { withdrawNote } from '../notes/withdraw-note';
import { writeNote } from '../notes/write-note';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { CaseSubject } from '../policy/subjects';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { mentionRows, noteViews } from '../views/note-views';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor((platform, actor, context) => listOf(platform, actor, context.params.id)),

  write: forActor(async (platform, actor, context): Promise<NoteList> => {
    const { text, visibility, mentions, taskId, supersedes, confirmed, clientId } = bodyOf(context);
    const input = { text, visibility, mentions, taskId, supersedes, confirmed, clientId };
    await writeNote(platform, actor, context.params.id, input);
    return listOf(platform, actor, context.params.id);
  }, 201),

  withdraw: forActor(async (platform, actor, context): Promise<NoteList> => {
    const caseId = await withdrawNote(platform, actor, context.params.id, bodyOf(context).reason);
    return listOf(platform, actor, caseId);
  }),

  mentionable: forActor(async (platform, actor, context): Promise<{ items: Mentionable[] }> => {
    const place = await placeOfCase(platform.knex, actor, context.params.id);
    requireAllowed(decide(actor, 'note.write', place));
    const subject = place.case as CaseSubject;
    return { items: await mentionable(platform.knex, platform.clock.now(), place.current, subject) };
  }),

  mentions: forActor(
    async (platform, actor): Promise<{ items: MentionRow[] }> => ({ items: await mentionRows(platform, actor) }),
  ),
};

async function listOf(platform: Platform, actor: Actor, caseId: string): Promise<NoteList> {
  const place = await placeOfCase(platform.knex, actor, caseId);
  requireAllowed(decide(actor, 'note.list', place));
  const { current } = place;
  const published = await platform.library.load(current.tenant_id, current.package_id, current.package_version);
  return {
    items: await noteViews(platform, actor, caseId, place),
    maxLength: MAX_NOTE_LENGTH,
    reporterRefusal: await reporterRefusal(platform, current, published),
    permissions: { write: decide(actor, 'note.write', place).allowed },
  };
}
