// Owns the ways to leave a guarded step in the drawing and take away what it does: repeated over nothing, broken off by an
// event, with a form that asks for less, or with its events recorded elsewhere.
import { segmentsOf } from '../../forms/form-field';
import type { ValuePath } from '../../forms/value-path';
import { elementOf, listOf, textOf } from '../model-elements';
import type { ReadPackage } from '../read-package';
import type { FormComponent } from '../types';
import type { Forbid } from './guardrail-problem';
import type { ProcessGraph } from './process-graph';
import { isTerminating, reached } from './ways';

interface GuardedStep {
  base: ReadPackage;
  changed: ReadPackage;
  before: ProcessGraph;
  after: ProcessGraph;
  file: string;
  element: string;
  law: string;
}

export function hollowProblems(step: GuardedStep, forbid: Forbid): void {
  const { before, after, file, element, law } = step;
  const scopes = scopesOf(after, element);
  const repeated = scopes.find((id) => loopOf(after, id) !== loopOf(before, id));
  if (repeated)
    forbid(
      'step-repeated',
      file,
      repeated,
      law,
      `Cách lặp của "${repeated}" quyết định bước luật định "${element}" được làm mấy lần; không được thêm hay đổi.`,
      `Expected the repetition of "${repeated}" to stay, for it decides how often the statutory step "${element}" is done.`,
    );
  const known = interruptions(before, scopesOf(before, element));
  const added = [...interruptions(after, scopes)].find(([id, written]) => known.get(id) !== written)?.[0];
  if (added)
    forbid(
      'step-interrupted',
      file,
      added,
      law,
      `Sự kiện "${added}" có thể ngắt bước luật định "${element}" khi chưa xong. Hãy chọn sự kiện không ngắt.`,
      `Expected nothing new to break off the statutory step "${element}", but "${added}" can. Make it non-interrupting.`,
    );
  const [ends] = newTerminateEvents(step);
  if (ends)
    forbid(
      'step-interrupted',
      file,
      ends,
      law,
      `Sự kiện "${ends}" kết thúc ngay mọi việc đang mở, kể cả bước luật định "${element}" khi chưa xong. Hãy dùng kết thúc thường.`,
      `Expected nothing new to end the statutory step "${element}" before it is done, but "${ends}" terminates all. Use a plain end.`,
    );
  const moved = eventMoved(step);
  if (moved)
    forbid(
      'step-unbound',
      file,
      element,
      law,
      `Sự kiện luật định "${element}" phải còn gắn ở chỗ cũ và chờ đúng điều cũ.`,
      `Expected the statutory event "${element}" to stay where it is attached, and to wait for the same.`,
    );
  const lost = lostFields(step);
  if (lost.length > 0)
    forbid(
      'step-form-weakened',
      file,
      element,
      law,
      `Biểu mẫu của bước luật định "${element}" phải còn bắt buộc: ${lost.join(', ')}.`,
      `Expected the form of the statutory step "${element}" to go on asking for ${lost.join(', ')}.`,
    );
  const unrecorded = eventsOf(step.base, element).filter((code) => !eventsOf(step.changed, element).includes(code));
  if (unrecorded.length > 0)
    forbid(
      'step-unrecorded',
      'events.json',
      element,
      law,
      `Bước luật định "${element}" phải còn ghi sự kiện ${unrecorded.join(', ')}.`,
      `Expected the statutory step "${element}" to go on recording ${unrecorded.join(', ')}.`,
    );
}

/** The step and the sub-processes around it, innermost first. */
function scopesOf(graph: ProcessGraph, element: string): string[] {
  const ids: string[] = [];
  for (let at = graph.elements.get(element); at?.id && at.$type !== 'bpmn:Process'; at = at.$parent) ids.push(at.id);
  return ids;
}

/** Terminate events of a scope around the step that can come before it, and did not end everything before. */
function newTerminateEvents({ before, after, element }: GuardedStep): string[] {
  const scopes = scopesOf(after, element);
  const early = reached(after, after.starts, new Set([element]));
  return [...after.elements]
    .filter(([id, end]) => {
      const around = end.$parent?.$type === 'bpmn:Process' || scopes.includes(end.$parent?.id ?? '');
      return around && early.has(id) && isTerminating(after, id) && !isTerminating(before, id);
    })
    .map(([id]) => id);
}

/** A guarded event at the edge of a step, taken to another one or waiting for something else. */
function eventMoved({ before, after, element }: GuardedStep): boolean {
  const [was, is] = [before, after].map((graph) => graph.elements.get(element));
  if (!was || !is || !was.$type.endsWith('Event')) return false;
  const host = (event: ModdleElement) => elementOf(event, 'attachedToRef')?.id ?? '';
  return host(was) !== host(is) || definitionsOf(was) !== definitionsOf(is);
}

/** What an event waits for or sends, written out. */
export const definitionsOf = (event: ModdleElement): string =>
  listOf(event, 'eventDefinitions').map(writtenOut).join(' ');

function loopOf(graph: ProcessGraph, id: string): string {
  const element = graph.elements.get(id);
  const loop = element && elementOf(element, 'loopCharacteristics');
  return loop ? writtenOut(loop) : '';
}

/** By id: how each event is written that can break off one of the scopes. */
function interruptions(graph: ProcessGraph, scopes: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const [id, element] of graph.elements) {
    const attached = element.$type === 'bpmn:BoundaryEvent' && element.cancelActivity !== false;
    const on = attached ? elementOf(element, 'attachedToRef')?.id : undefined;
    const starts = element.$type === 'bpmn:StartEvent' && element.isInterrupting !== false;
    const begun = starts && element.$parent?.triggeredByEvent === true ? element.$parent.$parent : undefined;
    const around = begun && (begun.$type === 'bpmn:Process' || scopes.includes(begun.id ?? ''));
    if ((on && scopes.includes(on)) || around) found.set(id, definitionsOf(element));
  }
  return found;
}

const REFERENCES = ['messageRef', 'signalRef', 'errorRef', 'escalationRef'];

/** An element's own words and those below it; what it refers to by its name. Its id and place do not count. */
function writtenOut(element: ModdleElement): string {
  const parts = Object.entries(element)
    .filter(([key]) => !key.startsWith('$') && key !== 'id')
    .map(([key, value]) => `${key}=${[value].flat().map(wordOf).join(',')}`);
  // A reference is no property that is counted among the others.
  const refers = REFERENCES.map((key) => wordOf(elementOf(element, key) ?? ''));
  return `${element.$type}(${[...parts.sort(), ...refers].join(' ')})`;

  function wordOf(value: unknown): string {
    if (typeof value !== 'object' || value === null) return String(value);
    const other = value as ModdleElement;
    return other.$parent === element ? writtenOut(other) : (textOf(other, 'name') ?? other.id ?? other.$type);
  }
}

/** Fields that had to be filled in and need not be now. */
function lostFields({ base, changed, element }: GuardedStep): string[] {
  const now = requiredFields(changed, element);
  return [...requiredFields(base, element)]
    .filter(([key, hidden]) => !now.has(key) || (now.get(key) !== hidden && now.get(key) !== ''))
    .map(([key]) => key);
}

/** By key: when the field is hidden, in FEEL; empty: never. */
function requiredFields(pkg: ReadPackage, element: string): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (components: readonly FormComponent[], hidden: string, at: readonly ValuePath[number][]): void => {
    for (const one of components) {
      const own = (one.conditional as { hide?: unknown } | undefined)?.hide;
      const when = [hidden, typeof own === 'string' ? own.replace(/\s+/g, ' ').trim() : '']
        .filter(Boolean)
        .join(' or ');
      const path = [...at, ...segmentsOf(one)];
      if ((one.validate as { required?: unknown } | undefined)?.required === true) found.set(path.join('.'), when);
      walk(one.components ?? [], when, path);
    }
  };
  walk(pkg.forms.get(pkg.manifest.elements[element]?.form ?? '')?.components ?? [], '', []);
  return found;
}

const eventsOf = (pkg: ReadPackage, element: string): string[] =>
  pkg.events
    .filter((event) => event.by.some((source) => source.kind === 'task' && source.element === element))
    .map((event) => event.code);
