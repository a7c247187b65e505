/** What the exit code of `npm run procedures` says. */
export const EXIT = { ok: 0, refused: 1, usage: 2, failed: 3 };
