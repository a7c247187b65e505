// Every word that the editors ask to have translated is in our table: a new version of theirs that says something new fails.
import fs from 'node:fs';
import path from 'node:path';
import { translateFrom } from '../../../../src/plugins/procedures/admin/src/pages/packages/translateFrom';

const PAGES = 'src/plugins/procedures/admin/src/pages/packages';
const table = (file: string): Record<string, string> => JSON.parse(fs.readFileSync(path.join(PAGES, file), 'utf8'));

const CALL = /(?:translate|_translate)\(\s*(['"])((?:\\.|(?!\1).)*)\1/gs;
const LABEL = /(?:label|title):\s*'([^']+)'/g;
/** Examples in comments of diagram-js, and keys of the keyboard that a text is put together from. */
const NO_WORDS = ['HELLO {you}', ' + shift + ', ' + x + '];

function sources(place: string): string[] {
  const whole = path.join('node_modules', place);
  if (fs.statSync(whole).isFile()) return [fs.readFileSync(whole, 'utf8')];
  return fs
    .readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .map((name) => fs.readFileSync(path.join(whole, name), 'utf8'));
}

const keysOf = (text: string): string[] =>
  [...text.matchAll(CALL)]
    .map(([, , key]) => (key ?? '').replace(/\\(['"])/g, '$1'))
    .filter((key) => !NO_WORDS.includes(key));

const untranslated = (keys: string[], words: Record<string, string>) =>
  [...new Set(keys)].filter((key) => !words[key]?.trim()).sort();

test('every word of the modeler has a Vietnamese one', () => {
  const panel = sources('bpmn-js-properties-panel/dist/index.esm.js')[0] ?? '';
  // What comes from there on is about another engine and is never loaded.
  const zeebe = panel.slice(0, panel.indexOf("'camunda:"));
  expect(zeebe.length).toBeGreaterThan(400_000);
  const places = [
    'bpmn-js/lib',
    'diagram-js/lib',
    '@bpmn-io/properties-panel/dist/index.esm.js',
    'diagram-js-minimap/dist/index.esm.js',
  ];
  const keys = [zeebe, ...places.flatMap(sources)].flatMap(keysOf);
  expect(keys.length).toBeGreaterThan(200);
  expect(untranslated(keys, table('modeler/modeler-vi.json'))).toEqual([]);
});

test('so has every element that a step can be made into', () => {
  const menus = sources('bpmn-js/lib/features/replace/ReplaceOptions.js');
  const labels = menus.flatMap((text) => [...text.matchAll(LABEL)].map(([, label]) => label ?? ''));
  expect(labels.length).toBeGreaterThan(5);
  expect(untranslated(labels, table('modeler/modeler-vi.json'))).toEqual([]);
});

test('the head of the panel names an element in Vietnamese: it makes the name from the type, in other letters than the menus', () => {
  const tasks = ['', 'User', 'Service', 'Send', 'Receive', 'Manual', 'Script', 'Business Rule'].map(
    (kind) => `${kind} Task`,
  );
  const gateways = ['Exclusive', 'Parallel', 'Inclusive', 'Event Based'].map((kind) => `${kind} Gateway`);
  const events = ['Message', 'Timer', 'Signal', 'Error', 'Escalation'].flatMap((kind) => [
    `${kind} Start Event`,
    `${kind} Boundary Event`,
  ]);
  const others = [
    'Process',
    'Collaboration',
    'Participant',
    'Lane',
    'Call Activity',
    'Expanded Sub Process',
    'Collapsed Sub Process',
    'Event Sub Process',
    'Start Event',
    'End Event',
    'Intermediate Catch Event',
    'Timer Intermediate Catch Event',
    'Timer Boundary Event (Non Interrupting)',
    'Sequence Flow',
    'Default Flow',
    'Conditional Flow',
    'Text Annotation',
    'Data Object Reference',
  ];
  const { translate } = translateFrom({ vi: table('modeler/modeler-vi.json') }, 'vi');
  const names = [...tasks.map((name) => name.trim()), ...gateways, ...events, ...others];
  expect(names.filter((name) => translate[1](name) === name)).toEqual([]);
  expect(translate[1]('User Task')).toBe('Bước do người làm');
});

test('every word of the decision tables has a Vietnamese one', () => {
  const places = ['', '-shared', '-drd', '-decision-table', '-literal-expression', '-boxed-expression'];
  const keys = places.flatMap((place) => sources(`dmn-js${place}/lib`)).flatMap(keysOf);
  expect(keys.length).toBeGreaterThan(150);
  expect(untranslated(keys, table('tables/dmn-vi.json'))).toEqual([]);
});
