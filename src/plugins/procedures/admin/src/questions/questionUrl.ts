import { PAGES_ROOT } from '../text/pluginId';

/** Where the questions that wait are listed. */
export const QUESTIONS_URL = `${PAGES_ROOT}/tasks/questions`;

export const questionUrl = (id: string) => `${QUESTIONS_URL}/${id}`;
