// Two versions of a small procedure, and a case that stands in the first: what the tests of moving are made of.
import type { LiveCase, LivePosition } from '../../../src/plugins/procedures/server/src/moving/live-case';
import { type Version, versionOf } from '../../../src/plugins/procedures/server/src/moving/skipped-steps';
import { readModel } from '../../../src/plugins/procedures/server/src/packages/model-xml';
import type { ReadPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';
import type { FormSchema, Guardrail } from '../../../src/plugins/procedures/server/src/packages/types';
import { bpmn } from '../packages/bpmn-text';

interface Extras {
  forms?: Record<string, string>;
  guardrails?: string[];
}

/** `forms`: element id -> text of its form; `guardrails`: elements of process `main`. */
export async function version(body: string, { forms = {}, guardrails = [] }: Extras = {}): Promise<Version> {
  const model = await readModel('bpmn', 'main.bpmn', Buffer.from(bpmn(body, '<bpmn:message id="m" name="tin" />')));
  const read = {
    models: new Map([['main.bpmn', model]]),
    forms: new Map(Object.entries(forms).map(([id, text]) => [`form-${id}`, { text } as unknown as FormSchema])),
    manifest: {
      process: 'main',
      elements: Object.fromEntries(
        Object.keys(forms).map((id) => [id, { form: `form-${id}`, title: { vi: `Bước ${id}`, en: id } }]),
      ),
      guardrails: guardrails.map((element): Guardrail => ({ kind: 'element', process: 'main', element, law: 'Luật' })),
    },
  };
  return versionOf(read as unknown as ReadPackage);
}

const TYPES: Record<string, string> = { '>': 'SUB_PROCESS', '!': 'EVENT_SUB_PROCESS', '*': 'MULTI_INSTANCE_BODY' };

/** A position: `task`, or in its scope: `sub/task`. The key of an element is its own id unless told otherwise. */
export function at(elementId: string, more: Partial<LivePosition> = {}): LivePosition {
  return {
    key: elementId,
    elementId,
    type: 'USER_TASK',
    scopeKey: 'root',
    calledBy: null,
    hasIncident: false,
    hasProgramJob: false,
    ...more,
  };
}

/** A scope around what names it: `>sub` a sub-process, `!sub` an event sub-process, `*each` a repeated step. */
export const scope = (marked: string, more: Partial<LivePosition> = {}): LivePosition =>
  at(marked.slice(1), { type: TYPES[marked.charAt(0)] ?? 'SUB_PROCESS', ...more });

export function live(positions: LivePosition[], more: Partial<LiveCase> = {}): LiveCase {
  return {
    positions,
    arrivals: [],
    timers: [],
    tasks: positions
      .filter((position) => position.type === 'USER_TASK')
      .map((position) => ({
        id: `task of ${position.key}`,
        elementInstanceKey: position.key,
        elementId: position.elementId,
      })),
    withLocals: new Set(),
    completed: new Set(),
    openActs: 0,
    isActive: true,
    ...more,
  };
}
