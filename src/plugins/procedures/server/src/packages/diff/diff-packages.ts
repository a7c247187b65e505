// diff/ owns the question "what changed between two packages?": elements with their hidden properties, forms field by
// field, decisions row by row, everything of the manifest and the events, other files by their content. Layout is told
// apart. Pure: no database, no network, no Strapi.
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { ReadPackage } from '../read-package';
import type { FormComponent, FormSchema, Guardrail } from '../types';
import type { Change, Thing } from './change';
import { compareThings, factsOf } from './compare-things';
import { modelThings } from './model-things';

/** Files that a person can read as they are. */
const TEXT = /\.(json|md|txt|csv)$/i;
const NONE = new Map<string, Thing>();
const BY_ID: Record<string, string> = {
  parameters: 'name',
  variables: 'name',
  candidateGroups: 'id',
  clockRules: 'id',
  documents: 'id',
  starts: 'event',
};

export function diffPackages(before: ReadPackage, after: ReadPackage): Change[] {
  return [
    ...diffModels(before, after),
    ...diffForms(before, after),
    ...diffManifests(before, after),
    ...diffEvents(before, after),
    ...diffFiles(before, after),
  ];
}

function diffModels(before: ReadPackage, after: ReadPackage): Change[] {
  const files = new Set([...before.models.keys(), ...after.models.keys()]);
  return [...files].sort().flatMap((file) => {
    const [old, fresh] = [before.models.get(file), after.models.get(file)];
    const [a, b] = [old ? modelThings(old) : null, fresh ? modelThings(fresh) : null];
    const area = (old ?? fresh)?.kind === 'dmn' ? 'decision' : 'element';
    const changes = compareThings(file, area, a?.elements ?? NONE, b?.elements ?? NONE);
    const layout = compareThings(file, 'layout', a?.layout ?? NONE, b?.layout ?? NONE);
    return [...changes, ...layout.filter((one) => one.kind === 'moved')];
  });
}

function diffForms(before: ReadPackage, after: ReadPackage): Change[] {
  const names = new Set([...before.forms.keys(), ...after.forms.keys()]);
  return [...names]
    .sort()
    .flatMap((name) =>
      compareThings(`${name}.form`, 'field', fieldsOf(before.forms.get(name)), fieldsOf(after.forms.get(name))),
    );
}

function fieldsOf(form: FormSchema | undefined): Map<string, Thing> {
  const fields = new Map<string, Thing>();
  if (!form) return fields;
  fields.set('(form)', { type: 'form', title: null, facts: factsOf(form, ['components', 'exporter']) });
  const walk = (components: FormComponent[], inside: string): void => {
    for (const [at, component] of components.entries()) {
      const id = component.id ?? component.key ?? `${inside}${component.type}[${at}]`;
      const facts = factsOf(component, ['components', 'id', 'layout']);
      facts.set('place', `${inside}${at}`);
      fields.set(id, { type: component.type, title: component.label ?? component.key ?? null, facts });
      if (component.components) walk(component.components, `${id}/`);
    }
  };
  walk(form.components, '');
  return fields;
}

function diffManifests(before: ReadPackage, after: ReadPackage): Change[] {
  return compareThings('manifest.json', 'manifest', settingsOf(before), settingsOf(after));
}

function settingsOf({ manifest }: ReadPackage): Map<string, Thing> {
  const settings = new Map<string, Thing>();
  const add = (id: string, type: string, value: unknown): void => {
    settings.set(id, { type, title: (value as { title?: { vi?: string } })?.title?.vi ?? null, facts: factsOf(value) });
  };
  for (const [section, value] of Object.entries(manifest)) {
    const key = BY_ID[section];
    if (key && Array.isArray(value))
      for (const one of value) add(`${section}/${(one as Record<string, string>)[key]}`, section, one);
    else if (section === 'guardrails')
      for (const one of manifest.guardrails) add(`guardrails/${guardrailName(one)}`, section, one);
    else if (section === 'elements')
      for (const [id, one] of Object.entries(manifest.elements)) add(`elements/${id}`, section, one);
    else settings.set(section, { type: null, title: null, facts: factsOf({ value }) });
  }
  return settings;
}

function diffEvents(before: ReadPackage, after: ReadPackage): Change[] {
  const things = (pkg: ReadPackage): Map<string, Thing> =>
    new Map(pkg.events.map((event) => [event.code, { type: 'event', title: event.title.vi, facts: factsOf(event) }]));
  return compareThings('events.json', 'event', things(before), things(after));
}

function diffFiles(before: ReadPackage, after: ReadPackage): Change[] {
  const compared = ['bpmn', 'dmn', 'form', 'manifest', 'events'];
  const things = (pkg: ReadPackage): Map<string, Thing> =>
    new Map(
      pkg.files
        .filter((file) => !compared.includes(file.kind))
        .map((file) => [
          file.path,
          {
            type: file.kind,
            title: null,
            facts: new Map([
              TEXT.test(file.path)
                ? ['text', file.content.toString('utf8')]
                : ['sha256', createHash('sha256').update(file.content).digest('hex')],
            ]),
          },
        ]),
    );
  const [a, b] = [things(before), things(after)];
  return isDeepStrictEqual(a, b)
    ? []
    : compareThings('', 'file', a, b).map((change) => ({ ...change, file: change.id }));
}

function guardrailName(one: Guardrail): string {
  if (one.kind === 'element') return `${one.process}.${one.element}`;
  return one.kind === 'decision' ? one.decision : one.name;
}
