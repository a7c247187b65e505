// What came of one entry: the form it was entered with, the server's answer, and the act as it was confirmed.
import type { ActionView, StartCaseAnswer, StartForm } from '../../../../shared/contracts';

export interface Received {
  start: StartForm;
  answer: StartCaseAnswer;
  action: ActionView;
}
