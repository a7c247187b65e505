// Owns a parameter of a draft that is made, changed or taken out by the form. What the law limits is refused before it is
// in the draft; one that a file still reads stays.
import { parameterProblem } from '../../packages/check/parameter-problem';
import { freeName } from '../../packages/free-name';
import { kebab } from '../../packages/kebab';
import type { Manifest, Parameter } from '../../packages/types';
import { ProblemError } from '../../problems/problem-error';
import type { Platform } from '../../runtime/platform';
import type { Actor } from '../../tenants/actor';
import { changeManifest } from '../change-manifest';
import { draftFiles, findDraft } from '../draft-rows';
import { filesWithParameter } from './files-with-parameter';
import { PartInput, partUnknown } from './part-input';

const TYPES: Parameter['type'][] = ['integer', 'string', 'boolean', 'list'];

export async function saveDraftParameter(
  platform: Platform,
  actor: Actor,
  draftId: string,
  given: Record<string, unknown>,
): Promise<{ name: string }> {
  let name = '';
  await changeManifest(platform, actor, draftId, (manifest) => {
    const known = manifest.parameters.find((one) => one.name === given.name);
    if (given.name !== null && !known) throw partUnknown(String(given.name));
    const parameter = checked(given, manifest, known);
    name = parameter.name;
    manifest.parameters = known
      ? manifest.parameters.map((one) => (one === known ? parameter : one))
      : [...manifest.parameters, parameter];
  });
  return { name };
}

export async function removeDraftParameter(
  platform: Platform,
  actor: Actor,
  draftId: string,
  name: string,
): Promise<void> {
  const draft = await findDraft(platform.knex, actor.tenantId, draftId);
  const uses = filesWithParameter(await draftFiles(platform.knex, draft.id), name);
  if (uses.length > 0)
    throw new ProblemError({
      code: 'PARAMETER_IN_USE',
      status: 422,
      vi: `Tham số "${name}" đang được dùng trong ${uses.join(', ')}. Hãy bỏ chỗ dùng trước.`,
      en: `Expected a parameter that nothing reads, but ${uses.join(', ')} reads "${name}". Take it out there first.`,
    });
  await changeManifest(platform, actor, draftId, (manifest) => {
    if (!manifest.parameters.some((one) => one.name === name)) throw partUnknown(name);
    manifest.parameters = manifest.parameters.filter((one) => one.name !== name);
  });
}

function checked(given: Record<string, unknown>, manifest: Manifest, known: Parameter | undefined): Parameter {
  const input = new PartInput(given);
  const title = input.text('title', 200);
  const type = known?.type ?? TYPES.find((one) => one === given.type);
  if (!type) input.refuse('type', 'Hãy chọn kiểu của tham số.', 'Expected a kind of parameter.');
  const [min, max] = [input.whole('min'), input.whole('max')];
  if (min !== null && max !== null && min > max)
    input.refuse(
      'max',
      'Số lớn nhất phải không nhỏ hơn số nhỏ nhất.',
      'Expected the most to be no less than the least.',
    );
  const options = Array.isArray(given.options) && given.options.length > 0 ? given.options.map(optionOf) : null;
  const parameter: Parameter = {
    ...known,
    name: known?.name ?? newName(title, manifest),
    type: type ?? 'string',
    default: given.default as Parameter['default'],
    min,
    max,
    options,
    unit: input.optional('unit', 40),
    title: known?.title.vi === title ? known.title : { vi: title, en: title },
    legalBasis: input.optional('legalBasis', 400),
  };
  const problem = type ? parameterProblem(parameter, given.default) : null;
  if (problem) input.refuse('default', problem.vi, problem.en);
  input.done();
  return parameter;
}

const optionOf = (one: unknown): string | number => (typeof one === 'number' ? one : String(one));

function newName(title: string, manifest: Manifest): string {
  const plain = kebab(title).toUpperCase().replaceAll('-', '_').slice(0, 50).replace(/_+$/, '') || 'THAM_SO';
  const begun = /^\d/.test(plain) ? `P_${plain}` : plain;
  return freeName(begun, '_', (name) => manifest.parameters.some((one) => one.name === name));
}
