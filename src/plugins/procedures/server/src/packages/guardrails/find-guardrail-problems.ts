// guardrails/ owns the question "does this change keep to the law that the base package names?". The base package's word
// counts: a change cannot loosen a guardrail by editing it away. Pure: no database, no network, no Strapi.
import type { ReadPackage } from '../read-package';
import { clockProblems } from './clock-problems';
import type { Forbid, GuardrailProblem } from './guardrail-problem';
import { manifestProblems } from './manifest-problems';
import { stepProblems } from './step-problems';

export function findGuardrailProblems(base: ReadPackage, changed: ReadPackage): GuardrailProblem[] {
  const problems: GuardrailProblem[] = [];
  const forbid: Forbid = (code, file, element, law, vi, en) =>
    void problems.push({ code, file, element, law, vi: `${vi} (${law})`, en: `${en} (${law})` });
  stepProblems(base, changed, forbid);
  manifestProblems(base, changed, forbid);
  clockProblems(base, changed, forbid);
  return problems;
}
