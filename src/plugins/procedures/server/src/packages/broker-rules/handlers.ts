// Owns the rule that no two handlers in one place wait for the same thing.
import { elementOf, textOf } from '../model-elements';
import { type BrokerView, duplicatesOf } from './broker-view';

/** Handlers that would compete for the same thing on one activity or in one scope. */
export function handlerRules(view: BrokerView, scope: ModdleElement, definitions: ModdleElement[]): void {
  noDuplicates(view, scope, namesOf(definitions, 'bpmn:MessageEventDefinition', 'messageRef'), 'message');
  noDuplicates(view, scope, namesOf(definitions, 'bpmn:SignalEventDefinition', 'signalRef'), 'signal');
  for (const [type, reference, code] of [
    ['bpmn:ErrorEventDefinition', 'errorRef', 'errorCode'],
    ['bpmn:EscalationEventDefinition', 'escalationRef', 'escalationCode'],
  ]) {
    const codes = definitions
      .filter((definition) => definition.$type === type)
      .map((definition) => {
        const referred = elementOf(definition, reference);
        return referred ? (textOf(referred, code) === null ? 'none' : `code ${textOf(referred, code)}`) : 'any';
      });
    noDuplicates(view, scope, codes, code);
  }
}

export function noDuplicates(view: BrokerView, scope: ModdleElement, names: string[], what: string): void {
  for (const name of duplicatesOf(names)) {
    view.refuse(
      scope,
      'handler-twice',
      `Có hai nơi cùng nhận ${what} "${name}".`,
      `Expected one handler of ${what} "${name}", but there are more.`,
    );
  }
}

export const namesOf = (definitions: ModdleElement[], type: string, reference: string): string[] =>
  definitions.flatMap((definition) => {
    const name = definition.$type === type ? textOf(elementOf(definition, reference), 'name') : null;
    return name ? [name] : [];
  });
