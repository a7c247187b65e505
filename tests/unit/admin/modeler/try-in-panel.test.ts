// The button beneath the fields of the expert panel: which fields get one, and what it gives to be tried.
import { Fragment, h, type VNode } from '@bpmn-io/properties-panel/preact';

import {
  type FieldExpression,
  tryModule,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/expressions/tryModule';

const viec = { id: 'viec', type: 'bpmn:UserTask', businessObject: { $type: 'bpmn:UserTask' } };
const words = {
  t: (key: string, values?: object) => `${key}${values ? JSON.stringify(values) : ''}`,
} as unknown as Parameters<typeof tryModule>[0];

const translate = (said: string) => said.toUpperCase();

type Component = (props: object) => VNode<Record<string, unknown>>;
type Groups = { id: string; entries?: { id: string; component: Component }[]; items?: Groups }[];

/** As the library makes one: the component answers with what draws the field. */
const feelField = (values: Map<string, string | undefined>, feel = 'optional', disabled = false) =>
  ((props: { id: string; element: object }) =>
    h('div', {
      ...props,
      feel,
      disabled,
      label: `Ô ${props.id}`,
      getValue: () => values.get(props.id),
      setValue: (value: string | undefined) => void values.set(props.id, value),
    })) as unknown as Component;

function provided(groups: Groups) {
  const tried: FieldExpression[] = [];
  const { tryExpressions } = tryModule(words, (one) => tried.push(one));
  const [, register] = tryExpressions as [string, (panel: object, translate: object) => void];
  let asked: (groups: Groups) => Groups = (same) => same;
  register(
    {
      registerProvider: (_: number, provider: { getGroups(element: object): typeof asked }) => {
        asked = provider.getGroups(viec);
      },
    },
    translate,
  );
  const draw = (entry: { id: string; component: Component } | undefined) =>
    entry?.component({ ...entry, element: viec }) as VNode<{ children: VNode<Record<string, unknown>>[] }>;
  return { tried, again: () => asked(groups), draw };
}

const press = (drawn: VNode<{ children: VNode<Record<string, unknown>>[] }>) => {
  expect(drawn.type).toBe(Fragment);
  expect(drawn.props.children[0]?.props.translate).toBe(translate);
  const [, { type, props }] = drawn.props.children as [object, VNode<{ onClick(): void; 'aria-label': string }>];
  expect(type).toBe('button');
  props.onClick();
  return props;
};

test('what stands in the field when it is pressed is given, with what it must be; the field itself writes it', () => {
  const values = new Map<string, string | undefined>();
  const component = feelField(values);
  const { tried, again, draw } = provided([
    { id: 'people', entries: [{ id: 'assignmentDefinitionCandidateGroups', component }] },
    {
      id: 'inputs',
      items: [
        { id: 'viec-input-0', entries: [{ id: 'viec-input-0-source', component }] },
        { id: 'viec-input-1' },
      ] as Groups,
    },
  ]);
  const [people, inputs] = again();
  const drawn = draw(people?.entries?.[0]);
  values.set('assignmentDefinitionCandidateGroups', '=[unit]');
  expect(press(drawn)['aria-label']).toBe('expressions.tryThisNamed{"name":"Ô assignmentDefinitionCandidateGroups"}');
  press(draw(inputs?.items?.[0]?.entries?.[0]));
  expect(tried).toMatchObject([
    { kind: 'groups', text: '=[unit]', element: viec, moment: 'within' },
    { kind: 'input', text: '', element: viec, moment: 'enter' },
  ]);
  for (const [typed, written] of [
    ['= a ', '=a'],
    ['a', '=a'],
    [' ', undefined],
  ]) {
    tried[0]?.write(typed as string);
    expect(values.get('assignmentDefinitionCandidateGroups')).toBe(written);
  }
});

test('an expression that nothing is known of can be tried; a plain field and one that cannot be changed have no button', () => {
  const values = new Map([['errorCode', '=a']]);
  const plain = (() => h('div', { id: 'name' })) as unknown as Component;
  const { tried, again, draw } = provided([
    {
      id: 'all',
      entries: [
        { id: 'errorCode', component: feelField(values) },
        { id: 'name', component: plain },
        { id: 'fixed', component: feelField(values, 'optional', true) },
      ],
    },
  ]);
  const [error, name, fixed] = again()[0]?.entries ?? [];
  press(draw(error));
  expect(tried).toMatchObject([{ kind: null, text: '=a', moment: 'within' }]);
  expect(draw(name).type).toBe('div');
  expect(draw(fixed).type).toBe('div');
});

test('a field keeps its component when the panel asks again: what is being typed stays', () => {
  const component = feelField(new Map());
  const { again } = provided([
    {
      id: 'all',
      entries: [
        { id: 'one', component },
        { id: 'two', component },
      ],
    },
  ]);
  const [first, second] = [again(), again()].map((groups) => groups[0]?.entries?.map((one) => one.component));
  expect(first).toEqual(second);
  expect(first?.[0]).toBe(second?.[0]);
  expect(first?.[0]).not.toBe(component);
});
