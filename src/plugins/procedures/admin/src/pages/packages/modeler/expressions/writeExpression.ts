/** Writes an expression into the drawing, as one step that can be undone. Without a text it is taken out. */
import type Modeler from 'bpmn-js/lib/Modeler';

import type { Services } from '../drawing';
import type { ElementExpression } from './expressionsOf';

export function writeExpression(modeler: Modeler, expression: ElementExpression, typed: string): void {
  const { element, holder, property, kind } = expression;
  const body = typed.trim().replace(/^=\s*/, '');
  const modeling = modeler.get<Services['modeling']>('modeling');
  if (kind === 'condition') {
    const made = modeler
      .get<Services['bpmnFactory']>('bpmnFactory')
      .create('bpmn:FormalExpression', { body: `=${body}` });
    modeling.updateProperties(element, { conditionExpression: body === '' ? undefined : made });
    return;
  }
  modeling.updateModdleProperties(element, holder, { [property]: body === '' ? undefined : `=${body}` });
}
