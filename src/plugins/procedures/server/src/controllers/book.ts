// Owns the routes of a numbered book: read it, keep numbers for paper, print their forms, close what was not needed.
import { paperForms } from '../numbers/paper-forms';
import { readBook } from '../numbers/read-book';
import { reserveNumbers } from '../numbers/reserve-numbers';
import { voidNumbers } from '../numbers/void-numbers';
import { bodyOf, forActor } from './respond';
import { sendFile } from './send-file';

export default {
  read: forActor((platform, actor, context) => readBook(platform, actor, context.query)),
  reserve: forActor(async (platform, actor, context) => {
    const { packageId, count, reason } = bodyOf(context);
    return { id: await reserveNumbers(platform, actor, { packageId, count, reason }) };
  }, 201),
  forms: forActor(async (platform, actor, context) => {
    const pdf = await paperForms(platform, actor, context.params.id);
    return sendFile(context, 'pdf', `phieu-giay-${context.params.id.slice(0, 8)}`, pdf);
  }),
  void: forActor(async (platform, actor, context) => {
    const { numbers, reason } = bodyOf(context);
    await voidNumbers(platform, actor, context.params.id, { numbers, reason });
    return { id: context.params.id };
  }),
};
