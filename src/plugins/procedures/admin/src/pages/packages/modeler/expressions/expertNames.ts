/** The same names and functions for the FEEL fields of the expert panel: bpmn-js asks for them through a service. */
import type { ElementVariables } from '../../../../../../shared/expressions-contract';
import { withQuery } from '../../../../api/query';
import { read } from '../../../../api/send';
import type { Text } from '../../../../text/useText';
import { type EditorName, editorVariables } from './editorNames';

export type NamesOf = (elementId: string) => Promise<EditorName[]>;

/** Every field of a panel asks for the same at once, and after each change again. */
const FRESH_MS = 1_000;

export function expertNames(draftId: string, words: Text, flush: () => Promise<void>): NamesOf {
  const known = new Map<string, { at: number; names: Promise<EditorName[]> }>();
  const ask = async (element: string): Promise<EditorName[]> => {
    const at = withQuery(`/drafts/${draftId}/expressions/variables`, { element, moment: 'leave' });
    let { variables } = await read<ElementVariables>(at);
    if (variables.length === 0) {
      // Drawn a moment ago: the server learns of it by the saving.
      await flush();
      ({ variables } = await read<ElementVariables>(at));
    }
    return editorVariables(variables, words);
  };
  return (element) => {
    const last = known.get(element);
    if (last && Date.now() - last.at < FRESH_MS) return last.names;
    // Completion is a help: without the server the fields work as before.
    const names = ask(element).catch(() => []);
    known.set(element, { at: Date.now(), names });
    return names;
  };
}

export const namesModule = (namesOf: NamesOf) => ({
  variableResolver: ['value', { getVariablesForElement: (element: { id: string }) => namesOf(element.id) }],
});
