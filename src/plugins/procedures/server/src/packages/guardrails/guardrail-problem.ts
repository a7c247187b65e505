// Owns what is said of a change that the law forbids.

export interface GuardrailProblem {
  code: string;
  file: string;
  element: string | null;
  /** The article that the base package names. */
  law: string;
  vi: string;
  en: string;
}

export type Forbid = (code: string, file: string, element: string | null, law: string, vi: string, en: string) => void;
