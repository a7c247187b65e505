// Owns which parameters an expression, or any text with expressions in it, reads.

/** Names after `params.`, each as often as it stands. */
export const parametersRead = (text: string): string[] =>
  [...text.matchAll(/\bparams\.([\p{L}\p{N}_]+)/gu)].flatMap(([, name]) => (name === undefined ? [] : [name]));
