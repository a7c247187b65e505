// Owns the routes of questions between units: ask, read, take, answer, send back, more time, withdraw; and their term.
import type { QuestionList, QuestionView } from '../../../shared/questions-contract';
import { placeOfCase } from '../attachments/load-attachment';
import { recordRead } from '../audit/record-read';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import { dropAnswerDraft, saveAnswerDraft } from '../questions/answer-draft';
import { answerQuestion, claimQuestion, returnQuestion } from '../questions/answer-question';
import { askUnit } from '../questions/ask-unit';
import { askableUnits } from '../questions/askable-units';
import { askMoreTime, decideMoreTime } from '../questions/extend-question';
import { loadQuestion } from '../questions/question-record';
import { questionTerm, saveQuestionTerm } from '../questions/question-term';
import { seeQuestion } from '../questions/see-question';
import { withdrawQuestion } from '../questions/withdraw-question';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { questionInbox, questionsOfCase, questionView } from '../views/question-views';
import { bodyOf, forActor } from './respond';

export default {
  list: forActor(async (platform, actor, context): Promise<QuestionList> => {
    const place = await placeOfCase(platform.knex, actor, context.params.id);
    requireAllowed(decide(actor, 'question.list', place));
    const ask = decide(actor, 'question.ask', place).allowed;
    const items = await questionsOfCase(platform, actor, context.params.id);
    // Their words are shown; a list without any tells nothing of anybody.
    if (items.length > 0) await recordRead(platform, actor, 'case', context.params.id, 'questions');
    return {
      items,
      permissions: { ask },
      units: ask ? await askableUnits(platform.knex, actor, place.current, platform.clock.now()) : [],
      term: await questionTerm(platform.knex, actor.tenantId),
    };
  }),
  ask: forActor(async (platform, actor, context): Promise<QuestionView> => {
    const { id } = await askUnit(platform, actor, context.params.id, bodyOf(context));
    return viewOf(platform, actor, id);
  }, 201),
  inbox: forActor((platform, actor) => questionInbox(platform, actor)),
  read: forActor(async (platform, actor, context): Promise<QuestionView> => {
    const loaded = await seeQuestion(platform, actor, context.params.id);
    return questionView(platform, actor, loaded);
  }),
  claim: acting((platform, actor, id) => claimQuestion(platform, actor, id)),
  answer: acting(answerQuestion),
  saveDraft: forActor((platform, actor, context) =>
    saveAnswerDraft(platform, actor, context.params.id, bodyOf(context)),
  ),
  dropDraft: forActor(async (platform, actor, context) => {
    await dropAnswerDraft(platform, actor, context.params.id);
    return { id: context.params.id };
  }),
  sendBack: acting((platform, actor, id, body) => returnQuestion(platform, actor, id, body.reason)),
  askMoreTime: acting(askMoreTime),
  decideMoreTime: acting(decideMoreTime),
  withdraw: acting((platform, actor, id, body) => withdrawQuestion(platform, actor, id, body.reason)),
  term: forActor((platform, actor) => questionTerm(platform.knex, actor.tenantId)),
  saveTerm: forActor((platform, actor, context) => saveQuestionTerm(platform, actor, bodyOf(context))),
};

type Act = (platform: Platform, actor: Actor, id: string, body: Record<string, unknown>) => Promise<void>;

/** Does it, and answers with the question as it is now. */
function acting(act: Act) {
  return forActor(async (platform, actor, context): Promise<QuestionView> => {
    await act(platform, actor, context.params.id, bodyOf(context));
    return viewOf(platform, actor, context.params.id);
  });
}

const viewOf = async (platform: Platform, actor: Actor, id: string) =>
  questionView(platform, actor, await loadQuestion(platform.knex, actor, id));
