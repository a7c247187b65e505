// Owns how much trying one server allows: a trial host takes some 700 MB, so there is one, it ends when nobody uses it,
// and only so many cases are tried by hand at once.
export interface TrialLimits {
  /** null: this server has no program for trials. */
  script: string | null;
  maxRecordings: number;
  idleMinutes: number;
}

export function trialLimits(env: NodeJS.ProcessEnv): TrialLimits {
  return {
    script: env.PROCEDURES_TRIAL_HOST || null,
    maxRecordings: positive(env.PROCEDURES_TRIALS_MAX, 4),
    idleMinutes: positive(env.PROCEDURES_TRIALS_IDLE_MINUTES, 10),
  };
}

function positive(text: string | undefined, otherwise: number): number {
  const value = Number(text);
  return Number.isFinite(value) && value > 0 ? value : otherwise;
}
