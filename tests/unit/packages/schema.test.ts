import eventsSchema from '../../../src/plugins/procedures/server/src/packages/events.schema.json';
import manifestSchema from '../../../src/plugins/procedures/server/src/packages/manifest.schema.json';
import { schemaProblems } from '../../../src/plugins/procedures/server/src/packages/schema-problems';
import type { EventsFile, Manifest } from '../../../src/plugins/procedures/server/src/packages/types';
import { exampleFiles } from './example-package';

const manifest = (): Manifest => JSON.parse(exampleFiles().get('manifest.json')?.toString() ?? '');
const events = (): EventsFile => JSON.parse(exampleFiles().get('events.json')?.toString() ?? '');

interface Schema {
  description?: string;
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  additionalProperties?: boolean | Schema;
  items?: Schema;
  oneOf?: Schema[];
  $defs?: Record<string, Schema>;
}

function* everySchema(schema: Schema, place: string): Generator<[string, Schema]> {
  yield [place, schema];
  const children: [string, Schema][] = [
    ...Object.entries(schema.properties ?? {}),
    ...Object.entries(schema.$defs ?? {}),
    ...(schema.oneOf ?? []).map((one, at): [string, Schema] => [`oneOf${at}`, one]),
    ...(schema.items ? [['items', schema.items] as [string, Schema]] : []),
    ...(typeof schema.additionalProperties === 'object'
      ? [['*', schema.additionalProperties] as [string, Schema]]
      : []),
  ];
  for (const [name, child] of children) yield* everySchema(child, `${place}/${name}`);
}
const all = [...everySchema(manifestSchema as Schema, 'manifest'), ...everySchema(eventsSchema as Schema, 'events')];

test('every property says what it means', () => {
  const silent = all.filter(([, schema]) => !schema.description && !schema.$ref).map(([place]) => place);
  expect(silent).toEqual([]);
});
test('no object takes properties that the contract does not name', () => {
  const open = all
    .filter(([, schema]) => schema.properties && schema.additionalProperties !== false)
    .map(([place]) => place);
  expect(open).toEqual([]);
});
test('the example fits', () => {
  expect(schemaProblems('manifest', manifest())).toEqual([]);
  expect(schemaProblems('events', events())).toEqual([]);
});

const breaks: [string, (value: Manifest) => void][] = [
  ['a package id with an underscore', (value) => Object.assign(value, { id: 'vi_du' })],
  ['a package id with a doubled dash', (value) => Object.assign(value, { id: 'vi--du' })],
  ['no start', (value) => Object.assign(value, { starts: [] })],
  ['a title in one language', (value) => Object.assign(value, { title: { vi: 'x' } })],
  ['a clock with an unknown unit', (value) => Object.assign(value.clockRules[0], { unit: 'weeks' })],
  ['a clock whose length is text but not FEEL', (value) => Object.assign(value.clockRules[0], { length: 'seven' })],
  ['a clock without a start', (value) => Object.assign(value.clockRules[0], { start: [] })],
  ['an anchor that is none', (value) => Object.assign(value.clockRules[0].start[0], { anchor: 'task' })],
  ['a candidate group without a unit', (value) => Object.assign(value.candidateGroups[0], { id: 'can-bo' })],
  ['a guardrail without its law', (value) => Object.assign(value.guardrails[0], { law: '' })],
  ['a variable without a type', (value) => Object.assign(value.variables[0], { type: 'date' })],
];
test.each(breaks)('a manifest with %s is refused', (_, change) => {
  const value = manifest();
  change(value);
  expect(schemaProblems('manifest', value)).not.toEqual([]);
});

test.each(['event', 'record.receivedAtUnit', 'event:CHUYEN,NHAN', 'clock:R11'])('anchor "%s" is one', (anchor) => {
  const value = manifest();
  value.clockRules[0].start[0].anchor = anchor;
  expect(schemaProblems('manifest', value)).toEqual([]);
});
test('a length may be FEEL, a number, or neither negative nor text', () => {
  const withLength = (length: unknown) => {
    const value = manifest();
    Object.assign(value.clockRules[0], { length });
    return schemaProblems('manifest', value).length === 0;
  };
  expect([withLength('=params.N'), withLength(0.5), withLength(-1)]).toEqual([true, true, false]);
});
test('notices may be FEEL, a list, or nothing', () => {
  const withNotices = (notices: unknown) => {
    const value = events();
    Object.assign(value.events[0], { notices });
    return schemaProblems('events', value).length === 0;
  };
  expect(['=facts.x.notices', [{ who: 'a', rule: 'b' }], null, 'text', [{ who: 'a' }]].map(withNotices)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
test('an event that nothing brings about is refused', () => {
  const value = events();
  value.events[0].by = [];
  expect(schemaProblems('events', value)).not.toEqual([]);
});
