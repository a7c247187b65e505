/** What was typed as an answer and not sent, by question, as long as the panel stays open; the browser keeps nothing of it. */
export const unsentAnswers = new Map<string, string>();
