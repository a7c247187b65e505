// What a change may not do to a package that names the law, and what it may.
import path from 'node:path';
import { diffPackages } from '../../../src/plugins/procedures/server/src/packages/diff/diff-packages';
import { findGuardrailProblems } from '../../../src/plugins/procedures/server/src/packages/guardrails/find-guardrail-problems';
import {
  type ReadPackage,
  readPackage,
  readPackageFolder,
} from '../../../src/plugins/procedures/server/src/packages/read-package';
import type { Manifest } from '../../../src/plugins/procedures/server/src/packages/types';
import { bpmn, end, flow, process, start, userTask } from './bpmn-text';
import { exampleFiles } from './example-package';

const folder = path.join(__dirname, '../../../bpmn/nguon-tin');
let base: ReadPackage;
beforeAll(async () => {
  base = await readPackageFolder(folder);
}, 60_000);

const changed = (change: (manifest: Manifest) => unknown): ReadPackage => {
  const manifest = structuredClone(base.manifest);
  change(manifest);
  return { ...base, manifest };
};
const codes = (after: ReadPackage) => [...new Set(findGuardrailProblems(base, after).map((one) => one.code))];

test('the package itself changes nothing', () => {
  expect(findGuardrailProblems(base, base)).toEqual([]);
  expect(diffPackages(base, base)).toEqual([]);
});

const parameter = (manifest: Manifest, name: string) => {
  const found = manifest.parameters.find((one) => one.name === name);
  if (!found) throw new Error(`Expected parameter ${name}`);
  return found;
};
const statutory = (manifest: Manifest) => {
  const found = manifest.clockRules.find((one) => one.legalBasis);
  if (!found) throw new Error('Expected a rule with a legal basis');
  return found;
};

test.each<[string, (manifest: Manifest) => unknown, string[]]>([
  ['a guardrail is edited away', (m) => m.guardrails.shift(), ['guardrail-dropped']],
  [
    'a parameter goes beyond its limit',
    (m) => Object.assign(parameter(m, 'R03_MINUTES'), { max: 500 }),
    ['parameter-limit'],
  ],
  ['a statutory term goes', (m) => m.clockRules.splice(m.clockRules.indexOf(statutory(m)), 1), ['clock-dropped']],
  ['a statutory term runs longer', (m) => Object.assign(statutory(m), { length: 99_999 }), ['clock-lengthened']],
  ['a statutory term starts nowhere', (m) => Object.assign(statutory(m), { start: [] }), ['clock-unbound']],
  [
    'the second person is no longer asked for',
    (m) => Object.values(m.elements).map((one) => Object.assign(one, { differentFrom: null })),
    ['second-person-dropped'],
  ],
])('when %s the change is refused with the article', (_, change, expected) => {
  const after = changed(change);
  expect(codes(after)).toEqual(expect.arrayContaining(expected));
  for (const problem of findGuardrailProblems(base, after)) expect(problem.vi).toContain(problem.law);
  expect(diffPackages(base, after).length).toBeGreaterThan(0);
});

test('a step that no law keeps takes its second person along when it goes, and keeps the rule while it is there', () => {
  const added = (manifest: Manifest) => {
    manifest.elements.duyet_them = {
      form: 'chuyen',
      title: { vi: 'Duyệt', en: 'Approve' },
      differentFrom: 'phan_loai',
    };
    return manifest;
  };
  const withStep: ReadPackage = changed(added);
  const said = (after: ReadPackage) => findGuardrailProblems(withStep, after).map((one) => one.code);
  expect(said(base)).toEqual([]);
  const without = changed((manifest) =>
    Object.assign(added(manifest).elements.duyet_them ?? {}, { differentFrom: null }),
  );
  expect(said(without)).toEqual(['second-person-dropped']);
});

describe('a guarded step', () => {
  const guarded = async (steps: Record<string, string>, flows: string) =>
    readPackage(
      exampleFiles({
        'vi-du.bpmn': bpmn(process(flow({ start, ...steps, end }, flows), 'vi-du')),
        'manifest.json': (text) => {
          const manifest = JSON.parse(text);
          manifest.guardrails = [{ kind: 'element', process: 'vi-du', element: 'a', law: 'Điều 1' }];
          return JSON.stringify(manifest);
        },
      }),
    );
  const gateway = '<bpmn:exclusiveGateway id="g">…</bpmn:exclusiveGateway>';
  const two = { a: userTask('a'), b: userTask('b') };
  const straight = () => guarded(two, 'start>a a>b b>end');

  test.each([
    ['is gone', { b: userTask('b') }, 'start>b b>end', 'step-dropped'],
    ['is reached no more', two, 'start>b b>end a>end', 'step-unreachable'],
    ['can be gone round', { ...two, g: gateway }, 'start>g g>a g>b a>b b>end', 'step-bypassed'],
    ['became another kind', { ...two, a: '<bpmn:task id="a">…</bpmn:task>' }, 'start>a a>b b>end', 'step-retyped'],
  ])('that %s is refused', async (_, steps, flows, code) => {
    const problems = findGuardrailProblems(await straight(), await guarded(steps as typeof two, flows));
    expect(problems.map((one) => one.code)).toContain(code);
    expect(problems[0].law).toBe('Điều 1');
  });

  test('may get company', async () => {
    const after = await guarded({ ...two, c: userTask('c') }, 'start>c c>a a>b b>end');
    expect(findGuardrailProblems(await straight(), after)).toEqual([]);
    const changes = diffPackages(await straight(), after);
    expect(changes).toContainEqual(
      expect.objectContaining({ area: 'element', kind: 'added', id: 'c', type: 'bpmn:userTask' }),
    );
  });
});

test('what stood beyond a limit before is not blamed on a change of something else, but touching it is', async () => {
  const example = await readPackageFolder(path.join(__dirname, '../../../bpmn/vi-du'));
  expect(findGuardrailProblems(example, example)).toEqual([]);
  const manifest = structuredClone(example.manifest);
  Object.assign(parameter(manifest, 'MAX_PEOPLE'), { default: 300 });
  expect(findGuardrailProblems(example, { ...example, manifest }).map((one) => one.code)).toEqual(['parameter-limit']);
});
