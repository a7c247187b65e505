/** The contract of asking another unit: what each side sees of a question, and what it may do. */
import type { AttachmentView } from './attachments-contract';
import type { ClockView } from './contracts';
import type { PersonName } from './taskpage-contract';

export const QUESTION_STATES = ['OPEN', 'ANSWERED', 'RETURNED', 'WITHDRAWN'] as const;
export type QuestionState = (typeof QUESTION_STATES)[number];
export type QuestionTermUnit = 'calendarDays' | 'workingDays';
export const MAX_TERM = 90;
export const MAX_QUESTION_LENGTH = 5_000;

export interface QuestionUnit {
  code: string;
  name: string;
}
export interface QuestionExtension {
  askedBy: PersonName | null;
  askedAt: string;
  days: number;
  reason: string;
  state: 'PENDING' | 'AGREED' | 'REFUSED';
  /** null though decided: the answer came first */
  decidedBy: PersonName | null;
  decidedAt: string | null;
  decisionReason: string | null;
}
export interface AnswerDraft {
  text: string;
  /** of the files that were added to it */
  clientId: string;
  savedAt: string;
}
export interface QuestionView {
  id: string;
  /** id: only for those who may open the case; the title names nobody */
  case: { id: string | null; bookNo: string | null; title: string };
  taskId: string | null;
  fromUnit: QuestionUnit;
  toUnit: QuestionUnit;
  /** a body outside: whoever asked enters its answer */
  isExternal: boolean;
  askedBy: PersonName | null;
  askedAt: string;
  seenAt: string | null;
  seenBy: PersonName | null;
  assignee: PersonName | null;
  /** null: the reader leads above the asked unit and sees times only */
  question: string | null;
  termUnit: QuestionTermUnit;
  clock: ClockView | null;
  state: QuestionState;
  answer: string | null;
  answeredBy: PersonName | null;
  /** when the answer was given; entered later for a body outside */
  answeredAt: string | null;
  answerEnteredAt: string | null;
  lateReason: string | null;
  isLate: boolean;
  /** why it was sent back or withdrawn */
  closedReason: string | null;
  shown: AttachmentView[];
  answerFiles: AttachmentView[];
  /** what the reader has typed as the answer and not sent */
  draft: AnswerDraft | null;
  extensions: QuestionExtension[];
  permissions: {
    claim: boolean;
    answer: boolean;
    sendBack: boolean;
    extend: boolean;
    decide: boolean;
    withdraw: boolean;
  };
}
export interface QuestionTerm {
  version: number;
  termUnit: QuestionTermUnit;
  termLength: number;
  legalBasis: string;
}
export interface QuestionList {
  items: QuestionView[];
  permissions: { ask: boolean };
  /** whom one may ask */
  units: (QuestionUnit & { external: boolean })[];
  term: QuestionTerm;
}
/** One line of what waits for the reader: to answer, or (an extension) to agree to. */
export interface QuestionLine {
  id: string;
  waitsFor: 'ANSWER' | 'DECISION';
  fromUnit: QuestionUnit;
  toUnit: QuestionUnit;
  caseTitle: string;
  bookNo: string | null;
  assignee: PersonName | null;
  clock: ClockView | null;
}
export interface QuestionInbox {
  items: QuestionLine[];
}
export interface AskBody {
  toUnit: string;
  question: string;
  termUnit?: QuestionTermUnit;
  termLength?: number;
  attachments?: string[];
  taskId?: string;
}
export interface AnswerBody {
  answer: string;
  /** of the files that were added for this answer */
  clientId?: string;
  /** body outside: when its answer came */
  at?: string;
  lateReason?: string;
}
