// Owns what the engine demands of the requirements between decisions: what is required is there, and nothing requires itself.

import { attribute } from '../xml/attribute';
import type { XmlElement } from '../xml/xml-node';
import { childOf, childrenOf } from './loose-problem';

export type Refuse = (element: XmlElement, rule: string, vi: string, en: string) => void;

/** What is required is there, and of its kind. What decides or knows by itself is not asked after. */
const REQUIRED: readonly [requirement: string, required: string, kind: string][] = [
  ['informationRequirement', 'requiredDecision', 'decision'],
  ['knowledgeRequirement', 'requiredKnowledge', 'businessKnowledgeModel'],
];

export function requirementKinds(byId: ReadonlyMap<string, XmlElement>, holder: XmlElement, refuse: Refuse): void {
  for (const [requirement, required, kind] of REQUIRED) {
    for (const one of childrenOf(holder, requirement).flatMap((each) => childOf(each, required) ?? [])) {
      const href = (attribute(one, 'href') ?? '').trim();
      const id = href.slice(href.indexOf('#') + 1);
      if (byId.get(id)?.local === kind) continue;
      refuse(
        one,
        'dmn-required',
        `"${href}" phải dẫn tới một ${kind} trong tệp.`,
        `Expected the required "${href}" to be a ${kind} of the file, but it is none.`,
      );
    }
  }
}

export function circles(elements: XmlElement[], requirement: string, required: string, refuse: Refuse): void {
  const needs = new Map(
    elements.map((element) => [
      attribute(element, 'id') ?? '',
      childrenOf(element, requirement)
        .flatMap((one) => childOf(one, required) ?? [])
        .flatMap((one) => attribute(one, 'href')?.replace(/^#/, '') ?? []),
    ]),
  );
  for (const element of elements) {
    const id = attribute(element, 'id') ?? '';
    const seen = new Set<string>();
    const queue = [...(needs.get(id) ?? [])];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (next === id) {
        refuse(
          element,
          'dmn-circle',
          `"${id}" cần chính nó theo vòng tròn.`,
          `Expected no circle of requirements, but "${id}" requires itself.`,
        );
        return;
      }
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(needs.get(next) ?? []));
    }
  }
}
