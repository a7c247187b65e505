// What officers enter for the forty cases fits the forms: nothing is refused, and nothing that was given is lost.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valuesFromData } from '../../../src/plugins/procedures/server/src/events/form-values';
import { validateForm } from '../../../src/plugins/procedures/server/src/forms/validate-form';
import type {
  EventDefinition,
  EventsFile,
  FormSchema,
  Manifest,
} from '../../../src/plugins/procedures/server/src/packages/types';
import { intakeValues, onlyFields } from '../../cases/case-values.mjs';

const root = join(__dirname, '../../..');
const json = <T>(path: string): T => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;
const manifest = json<Manifest>('bpmn/nguon-tin/manifest.json');
const { events } = json<EventsFile>('bpmn/nguon-tin/events.json');
const form = (name: string): FormSchema => json(`bpmn/nguon-tin/${name}.form`);
const { cases } = json<{ cases: { id: string; events: { event: string; data: Record<string, unknown> }[] }[] }>(
  'tests/cases/intake-cases.json',
);

function formsOf(code: string): string[] {
  const definition = definitionOf(code);
  const ofTasks = definition.by.flatMap((source) =>
    source.kind === 'task' ? [manifest.elements[source.element]?.form ?? ''] : [],
  );
  return [...new Set([...ofTasks, ...(definition.form ? [definition.form] : [])])];
}

function definitionOf(code: string): EventDefinition {
  const found = events.find((event) => event.code === code);
  if (!found) throw new Error(`Expected event ${code}, but events.json has none`);
  return found;
}

it.each(cases.map((one) => [one.id, one] as const))('%s starts with what its start form takes', (_id, one) => {
  const start = manifest.starts.find(({ event }) => event === one.events[0]?.event);
  const schema = form(start?.form ?? '');
  expect(validateForm(schema, onlyFields(intakeValues(one), schema)).problems).toEqual([]);
});

it.each(cases.map((one) => [one.id, one] as const))('%s goes on with what the forms take', (_id, one) => {
  for (const { event, data } of one.events.slice(1)) {
    for (const name of formsOf(event)) {
      const values = valuesFromData(definitionOf(event), form(name), { record: {} }, data);
      const { problems } = validateForm(form(name), values);
      expect({ event, name, problems }).toEqual({ event, name, problems: [] });
    }
  }
});

it('keeps documents that the list does not name as text', () => {
  const data = { missing: ['nguoiBietViec', 'banGocPhieuNopTien'] };
  const values = valuesFromData(definitionOf('CQDT_TRA_BO_SUNG'), form('de-nghi-bo-sung'), { record: {} }, data);
  expect(values.task).toEqual({ missing: ['nguoiBietViec'], missingOther: 'banGocPhieuNopTien' });
});

it('gives every alternative that fixes a value a form that has the field', () => {
  const lacking = events.flatMap((event) =>
    event.by.flatMap((source) => {
      if (source.kind !== 'task' && source.kind !== 'message') return [];
      const schema = form(
        source.kind === 'task' ? (manifest.elements[source.element]?.form ?? '') : (event.form ?? ''),
      );
      return Object.keys(source.with ?? {}).filter((path) => !schema.components.some(({ key }) => key === path));
    }),
  );
  expect(lacking).toEqual([]);
});
