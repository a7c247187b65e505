// Owns what of a BPMN or DMN model is compared: every element with an id, its properties and extensions, and apart from
// them where it is drawn. Read from the XML as it stands, so that what no tool of ours knows is compared too.
import type { Model } from '../model-xml';
import { attribute } from '../xml/attribute';
import { everyElement } from '../xml/every-element';
import type { XmlElement } from '../xml/xml-node';
import type { Thing } from './change';

const DRAWING = /\/(BPMN\/20100524\/DI|DMN\/\d{8}\/DMNDI\/?)$/;
/** Flows are listed at both ends; the flow itself says it. */
const REPEATED = ['incoming', 'outgoing'];

export function modelThings(model: Model): { elements: Map<string, Thing>; layout: Map<string, Thing> } {
  const elements = new Map<string, Thing>();
  const layout = new Map<string, Thing>();
  for (const element of everyElement(model.xml)) {
    const isDrawn = DRAWING.test(element.namespace ?? '');
    const id = attribute(element, 'id');
    const drawn = attribute(element, 'bpmnElement') ?? attribute(element, 'dmnElementRef');
    if (isDrawn && drawn) layout.set(drawn, { type: element.local, title: null, facts: ownFacts(element, true) });
    else if (!isDrawn && id) {
      elements.set(id, {
        type: `${model.kind}:${element.local}`,
        title: attribute(element, 'name'),
        facts: ownFacts(element, false),
      });
    }
  }
  return { elements, layout };
}

/** An element's own attributes and text, and those of what hangs in it without an id of its own. */
function ownFacts(element: XmlElement, isDrawn: boolean): Map<string, unknown> {
  const facts = new Map<string, unknown>();
  const read = (one: XmlElement, path: string): void => {
    for (const { name, value, local } of one.attributes) {
      if (!name.startsWith('xmlns') && !(path === '' && local === 'id')) facts.set(`${path}${name}`, value);
    }
    const counts = new Map<string, number>();
    if (one.text.trim() !== '') facts.set(`${path}text`, one.text.trim());
    const inner: string[] = [];
    for (const child of one.children) {
      const childId = attribute(child, 'id');
      if (!isDrawn && childId) inner.push(childId);
      if ((!isDrawn && childId) || REPEATED.includes(child.local)) continue;
      const count = (counts.get(child.name) ?? 0) + 1;
      counts.set(child.name, count);
      facts.set(`${path}${child.name}[${count}]`, true);
      read(child, `${path}${child.name}[${count}]/`);
    }
    // The order of cells and rows says something in a table; that of steps in a process does not.
    if (/^(rule|decisionTable)$/.test(one.local) && inner.length > 0) facts.set(`${path}order`, inner.join(' '));
  };
  read(element, '');
  return facts;
}
