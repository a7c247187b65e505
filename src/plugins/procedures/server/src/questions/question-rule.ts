// Owns by what the clock of a question is known among the clocks of a case; no package has a rule of this id.
import type { LocalText } from '../packages/types';

export const QUESTION_RULE = 'unit-question';
/** Short, as rules are called in lists and notices. */
export const QUESTION_RULE_CODE = 'Phối hợp';
export const QUESTION_TITLE: LocalText = { vi: 'Trả lời yêu cầu phối hợp', en: 'Answer to another unit' };
