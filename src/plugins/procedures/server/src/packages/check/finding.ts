// Owns making findings: every rule speaks through a Reporter, so that none forgets the file or one of the languages.
import type { Finding } from '../types';

export interface Said {
  code: string;
  element?: string | null;
  vi: string;
  en: string;
}

export interface Reporter {
  error(said: Said): void;
  warning(said: Said): void;
}

/** Collects into `findings` what is said about `file`. */
export function reporterOf(findings: Finding[], file: string): Reporter {
  const add = (severity: Finding['severity']) => (said: Said) => {
    findings.push({ severity, code: said.code, file, element: said.element ?? null, vi: said.vi, en: said.en });
  };
  return { error: add('error'), warning: add('warning') };
}
