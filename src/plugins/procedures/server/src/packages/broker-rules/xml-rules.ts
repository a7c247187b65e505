// Owns what the broker's BPMN schema refuses before it looks at any process.
import { descendantsOf, elementOf, textOf } from '../model-elements';
import type { BrokerView } from './broker-view';

const NC_NAME = /^[\p{L}_][\p{L}\p{N}\p{M}_.\-·]*$/u;
/** References that the schema itself resolves; others may be stale. */
const RESOLVED_BY_SCHEMA = /^bpmn:(sourceRef|targetRef|default)$/;
const EVENTS_WITH_NAME = ['bpmn:LinkEventDefinition'];

export function xmlRules(view: BrokerView): void {
  const { model, refuse } = view;
  const { definitions } = model;
  if (definitions.$type !== 'bpmn:Definitions') {
    refuse(
      definitions,
      'xml-root',
      'Gốc của mô hình phải là definitions.',
      'Expected the root to be definitions, but it is not.',
    );
    return;
  }
  if (!textOf(definitions, 'targetNamespace')) {
    refuse(
      definitions,
      'xml-target-namespace',
      'Phải có targetNamespace.',
      'Expected a targetNamespace, but there is none.',
    );
  }
  for (const { message, property, element } of model.warnings) {
    const isDangling = property !== null && RESOLVED_BY_SCHEMA.test(property);
    if (!isDangling && !/duplicate ID|unparsable content <(bpmn\d?:)?[a-z]/i.test(message)) continue;
    if (/unparsable content <(?!bpmn\d?:)[\w.-]+:/i.test(message) && !/missing namespace/i.test(message)) continue;
    const reason = message.split('\n')[0];
    refuse(
      { $type: '', $attrs: {}, id: element ?? undefined },
      'xml-schema',
      `Sai lược đồ BPMN: ${reason}.`,
      `Expected BPMN by its schema, but: ${reason}.`,
    );
  }
  for (const element of descendantsOf(definitions)) {
    if (typeof element.id === 'string' && !NC_NAME.test(element.id)) {
      refuse(
        element,
        'xml-id',
        `Mã "${element.id}" không hợp lệ.`,
        `Expected id "${element.id}" to be an NCName, but it is not.`,
      );
    }
    const stray = Object.keys(element.$attrs ?? {}).find((name) => !name.includes(':') && name !== 'xmlns');
    if (stray && /^(bpmn|bpmndi|di|dc):/.test(element.$type)) {
      refuse(
        element,
        'xml-attribute',
        `Thuộc tính "${stray}" không có trong BPMN.`,
        `Expected no attribute "${stray}", which BPMN does not have.`,
      );
    }
    if (EVENTS_WITH_NAME.includes(element.$type) && textOf(element, 'name') === null) {
      refuse(
        element,
        'xml-attribute',
        'Sự kiện liên kết phải có tên.',
        'Expected the link event to have a name, but it has none.',
      );
    }
    if (element.$type === 'bpmn:ConditionalEventDefinition' && !elementOf(element, 'condition')) {
      refuse(element, 'xml-schema', 'Sự kiện điều kiện phải có điều kiện.', 'Expected a condition, but there is none.');
    }
  }
}
