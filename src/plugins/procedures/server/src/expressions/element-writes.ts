// Owns the names that one element writes: for itself and what is inside it, and for what comes after.
import { elementOf, extensionOf, listOf, textOf } from '../packages/model-elements';

export interface Written {
  name: string;
  by: 'MAPPING' | 'DECISION' | 'SCRIPT' | 'LOOP';
  /** The expression it comes from, when it is one. */
  source: string | null;
  /** Of a decision: its id. */
  decision: string | null;
}

const written = (name: string | null, by: Written['by'], more: Partial<Written> = {}): Written[] =>
  name ? [{ name: name.split('.')[0] ?? name, by, source: null, decision: null, ...more }] : [];

const mapped = (element: ModdleElement, property: 'inputParameters' | 'outputParameters'): Written[] => {
  const mapping = extensionOf(element, 'zeebe:IoMapping');
  return (mapping ? listOf(mapping, property) : []).flatMap((one) => {
    const target = textOf(one, 'target');
    // Of `a.b` only a part is written.
    return written(target, 'MAPPING', { source: target?.includes('.') ? null : textOf(one, 'source') });
  });
};

const results = (element: ModdleElement): Written[] => {
  const decision = extensionOf(element, 'zeebe:CalledDecision');
  const script = extensionOf(element, 'zeebe:Script');
  return [
    ...written(textOf(decision, 'resultVariable'), 'DECISION', { decision: textOf(decision, 'decisionId') }),
    ...written(textOf(script, 'resultVariable'), 'SCRIPT', { source: textOf(script, 'expression') }),
  ];
};

const loopOf = (element: ModdleElement): ModdleElement | null => {
  const loop = elementOf(element, 'loopCharacteristics');
  return loop && extensionOf(loop, 'zeebe:LoopCharacteristics');
};

/** Each round of it has these, before its own input mappings. */
export const ofEachRound = (element: ModdleElement): Written[] =>
  elementOf(element, 'loopCharacteristics')
    ? [...written(textOf(loopOf(element), 'inputElement'), 'LOOP'), ...written('loopCounter', 'LOOP')]
    : [];

/** What only it and what is inside it can read. */
export const inside = (element: ModdleElement): Written[] => [
  ...ofEachRound(element),
  ...mapped(element, 'inputParameters'),
];

/** What it has at its end, before its output mappings. */
export const atItsEnd = (element: ModdleElement): Written[] => [...inside(element), ...results(element)];

/** What comes after can read: its output mappings; without any, its results. */
export function behind(element: ModdleElement): Written[] {
  const outputs = mapped(element, 'outputParameters');
  const given = outputs.length > 0 ? outputs : results(element);
  const loop = loopOf(element);
  return loop ? written(textOf(loop, 'outputCollection'), 'LOOP') : given;
}
