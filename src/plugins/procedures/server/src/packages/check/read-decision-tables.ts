// Owns the reading of the decision tables of a DMN model as rows of texts.
import type { Table } from '../../../../shared/table-gaps';
import type { Model } from '../model-xml';
import { attribute } from '../xml/attribute';
import { everyElement } from '../xml/every-element';
import type { XmlElement } from '../xml/xml-node';

export function readDecisionTables(model: Model): Table[] {
  return [...everyElement(model.xml)].filter((one) => one.local === 'decisionTable').map(tableOf);
}

const childrenOf = (element: XmlElement | undefined, name: string): XmlElement[] =>
  element?.children.filter((child) => child.local === name) ?? [];
const textIn = (element: XmlElement | undefined): string => childrenOf(element, 'text')[0]?.text.trim() ?? '';

function tableOf(table: XmlElement): Table {
  const decision = attribute(table.parent, 'id') ?? '';
  return {
    decision,
    name: attribute(table.parent, 'name') ?? decision,
    hitPolicy: attribute(table, 'hitPolicy') ?? 'UNIQUE',
    inputs: childrenOf(table, 'input').map((input) => {
      const [expression] = childrenOf(input, 'inputExpression');
      return {
        words: attribute(input, 'label') || textIn(expression),
        expression: textIn(expression),
        type: attribute(expression, 'typeRef') ?? 'string',
        allowed: textIn(childrenOf(input, 'inputValues')[0]),
      };
    }),
    rules: childrenOf(table, 'rule').map((rule) => childrenOf(rule, 'inputEntry').map(textIn)),
  };
}
