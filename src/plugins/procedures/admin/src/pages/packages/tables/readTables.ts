import type { Table } from '../../../../../shared/table-gaps';

/** The decisions of a DMN file as rows of texts: what the looking for gaps and the trying need of them. */

export interface DecisionTexts {
  id: string;
  name: string;
  /** ids of the decisions that it needs */
  requires: string[];
  /** all that it says in FEEL */
  feel: string;
}

const childrenOf = (element: Element, name: string) =>
  [...element.children].filter((child) => child.localName === name);
const textOf = (element: Element | undefined) => element?.getElementsByTagNameNS('*', 'text')[0]?.textContent ?? '';
const read = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');

export function readTables(xml: string): Table[] {
  return [...read(xml).getElementsByTagNameNS('*', 'decisionTable')].map((table) => {
    const decision = table.parentElement;
    return {
      decision: decision?.getAttribute('id') ?? '',
      name: decision?.getAttribute('name') ?? decision?.getAttribute('id') ?? '',
      hitPolicy: table.getAttribute('hitPolicy') ?? 'UNIQUE',
      inputs: childrenOf(table, 'input').map((input) => {
        const [expression] = childrenOf(input, 'inputExpression');
        return {
          words: input.getAttribute('label') || textOf(expression),
          expression: textOf(expression).trim(),
          type: expression?.getAttribute('typeRef') ?? 'string',
          allowed: textOf(childrenOf(input, 'inputValues')[0]).trim(),
        };
      }),
      rules: childrenOf(table, 'rule').map((rule) =>
        childrenOf(rule, 'inputEntry').map((entry) => textOf(entry).trim()),
      ),
    };
  });
}

/** Notes beside a rule are no FEEL. */
const NOTES = ['annotationEntry', 'inputValues', 'outputValues'];

export function readDecisions(xml: string): DecisionTexts[] {
  return [...read(xml).getElementsByTagNameNS('*', 'decision')].map((decision) => ({
    id: decision.getAttribute('id') ?? '',
    name: decision.getAttribute('name') || (decision.getAttribute('id') ?? ''),
    requires: [...decision.getElementsByTagNameNS('*', 'requiredDecision')].map((one) =>
      (one.getAttribute('href') ?? '').replace(/^#/, ''),
    ),
    feel: [...decision.getElementsByTagNameNS('*', 'text')]
      .filter((text) => !NOTES.includes(text.parentElement?.localName ?? ''))
      .map((text) => text.textContent ?? '')
      .join('\n'),
  }));
}
