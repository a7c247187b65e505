// Owns the routes of reminders that need an answer.
import { answerReminder } from '../reminders/answer-reminder';
import { listReminders } from '../reminders/list-reminders';
import { sendReminder } from '../reminders/send-reminder';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor((platform, actor, context) => listReminders(platform, actor, context.query)),

  send: forActor((platform, actor, context) => sendReminder(platform, actor, bodyOf(context))),

  answer: forActor((platform, actor, context) => answerReminder(platform, actor, context.params.id, bodyOf(context))),
};
