// guardrails/ owns the question "does this change keep to the law that the base package names?". The base package's word
// counts: a change cannot loosen a guardrail by editing it away. Pure: no database, no network, no Strapi.
import type { ReadPackage } from '../read-package';
import { actProblems } from './act-problems';
import { clockProblems } from './clock-problems';
import { decisionProblems } from './decision-problems';
import { entranceProblems } from './entrance-problems';
import { factProblems } from './fact-problems';
import type { Forbid, GuardrailProblem } from './guardrail-problem';
import { manifestProblems } from './manifest-problems';
import { stepProblems } from './step-problems';
import { termEventProblems } from './term-event-problems';

/** What a change is held to: the version in force, and that which the tenant took over. */
export interface LawBase {
  inForce: ReadPackage;
  origin: ReadPackage | null;
}

/**
 * A tenant may set itself narrower bounds than the law, and give them back: what the version in force forbids is allowed as
 * far as going back to the version that the tenant took over would do the same, and the change does not go beyond that one.
 */
export function problemsByLaw({ inForce, origin }: LawBase, changed: ReadPackage): GuardrailProblem[] {
  const problems = findGuardrailProblems(inForce, changed);
  if (!origin || problems.length === 0) return problems;
  const key = (one: GuardrailProblem) => `${one.code} ${one.element}`;
  const goingBack = new Set(findGuardrailProblems(inForce, origin).map(key));
  const beyond = new Set(findGuardrailProblems(origin, changed).map(key));
  return problems.filter((one) => !goingBack.has(key(one)) || beyond.has(key(one)));
}

export function findGuardrailProblems(base: ReadPackage, changed: ReadPackage): GuardrailProblem[] {
  const problems: GuardrailProblem[] = [];
  const forbid: Forbid = (code, file, element, law, vi, en) =>
    void problems.push({ code, file, element, law, vi: `${vi} (${law})`, en: `${en} (${law})` });
  entranceProblems(base, changed, forbid);
  stepProblems(base, changed, forbid);
  decisionProblems(base, changed, forbid);
  factProblems(base, changed, forbid);
  actProblems(base, changed, forbid);
  manifestProblems(base, changed, forbid);
  clockProblems(base, changed, forbid);
  termEventProblems(base, changed, forbid);
  return problems;
}
