// Owns which names the choices read that the law sets: the conditions that lead a case to a guarded step or past it, and what
// guarded decisions ask.
import type { ReadPackage } from '../read-package';
import { everyElement } from '../xml/every-element';
import { decisionOf } from './decision-of';
import { decidingGates } from './gates';
import { processGraph } from './process-graph';

/** By name: the article of the first guardrail that reads it. */
export function statutoryNames(pkg: ReadPackage): Map<string, string> {
  const laws = new Map<string, string>();
  for (const guardrail of pkg.manifest.guardrails)
    for (const expression of expressionsOf(pkg, guardrail))
      for (const name of rootNames(expression)) if (!laws.has(name)) laws.set(name, guardrail.law);
  return laws;
}

function expressionsOf(pkg: ReadPackage, guardrail: ReadPackage['manifest']['guardrails'][number]): string[] {
  if (guardrail.kind === 'element') {
    const graph = processGraph(pkg, guardrail.process);
    return graph ? decidingGates(graph, guardrail.element).flatMap(({ conditions }) => conditions) : [];
  }
  const decision = guardrail.kind === 'decision' ? decisionOf(pkg, guardrail.decision) : null;
  return [...(decision ? everyElement(decision.element) : [])]
    .filter((one) => one.local === 'inputExpression' || one.local === 'literalExpression')
    .flatMap((one) => one.children.filter((text) => text.local === 'text').map(({ text }) => text));
}

const TEXTS = /"(?:[^"\\]|\\.)*"/g;
const ROOTS = /(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_]*/gu;

/** The words of an expression that may be names; those of the language among them are nobody's variable. */
export const rootNames = (expression: string): string[] =>
  [...expression.replace(TEXTS, '').matchAll(ROOTS)].map(([word]) => word);

/** What an expression reads below a name, as `record.kind` of `record`: `kind`. */
export const readBelow = (name: string, expression: string): string[] =>
  [
    ...expression
      .replace(TEXTS, '')
      .matchAll(new RegExp(`(?<![\\p{L}\\p{N}_.])${name}\\.([\\p{L}_][\\p{L}\\p{N}_]*)`, 'gu')),
  ].map(([, below]) => below ?? '');
