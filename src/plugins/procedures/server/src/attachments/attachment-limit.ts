// Owns how large one file may be, and how long a file waits for the entry it was added to.

const MEGABYTE = 1024 * 1024;
const HOUR_MS = 60 * 60 * 1000;

const positive = (text: string | undefined, otherwise: number): number => {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : otherwise;
};

/** PROCEDURES_ATTACHMENT_MAX_MB, default 25. */
export const attachmentLimit = (env: NodeJS.ProcessEnv = process.env): number =>
  Math.floor(positive(env.PROCEDURES_ATTACHMENT_MAX_MB, 25) * MEGABYTE);

/** PROCEDURES_ATTACHMENT_UNBOUND_HOURS, default 72: an entry that was not recorded by then was given up. */
export const unboundMs = (env: NodeJS.ProcessEnv = process.env): number =>
  positive(env.PROCEDURES_ATTACHMENT_UNBOUND_HOURS, 72) * HOUR_MS;
