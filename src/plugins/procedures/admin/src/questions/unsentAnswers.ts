/**
 * What was typed as an answer and not sent, by question, as long as the panel stays open: the last second that the server
 * does not have yet, or all of it where the question ended meanwhile; the browser keeps nothing of it.
 */
export const unsentAnswers = new Map<string, string>();
