// Owns the guarded parts of the manifest: parameters within the limits of the law, the rule that a second person must act,
// and the documents that the law demands.
import type { ReadPackage } from '../read-package';
import type { Forbid } from './guardrail-problem';

export function manifestProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  parameterProblems(base, changed, forbid);
  for (const [id, element] of Object.entries(base.manifest.elements)) {
    const other = element.differentFrom;
    if (!other || changed.manifest.elements[id]?.differentFrom === other) continue;
    const law = base.manifest.guardrails.find((one) => one.kind === 'element' && one.element === id)?.law;
    // A step that no law keeps may go, and its rule with it: else what was added once could never be taken back.
    if (!law && !changed.manifest.elements[id]) continue;
    forbid(
      'second-person-dropped',
      'manifest.json',
      id,
      law ?? 'manifest: differentFrom',
      `Bước "${id}" phải do người khác với người làm "${other}"; quy tắc này không được bỏ.`,
      `Expected "${id}" to be done by another person than "${other}", but the rule is gone.`,
    );
  }
  for (const document of base.manifest.documents ?? []) {
    const kept = changed.manifest.documents?.find((one) => one.id === document.id);
    if (!document.legalBasis || kept?.legalBasis?.trim()) continue;
    forbid(
      'document-dropped',
      'manifest.json',
      document.id,
      document.legalBasis,
      `Văn bản "${document.id}" mà luật đòi hỏi không được bỏ, cũng không được bỏ căn cứ.`,
      `Expected document "${document.id}", which the law demands, to stay with its legal basis, but it is gone or names none.`,
    );
  }
}

function parameterProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  for (const guardrail of base.manifest.guardrails) {
    if (guardrail.kind !== 'parameter') continue;
    const { name, law } = guardrail;
    const kept = changed.manifest.guardrails.find((one) => one.kind === 'parameter' && one.name === name);
    const parameter = changed.manifest.parameters.find((one) => one.name === name);
    const isLoosened =
      kept?.kind !== 'parameter' ||
      kept.law !== law ||
      over(kept.max ?? null, guardrail.max) ||
      under(kept.min ?? null, guardrail.min);
    if (isLoosened) {
      forbid(
        'guardrail-dropped',
        'manifest.json',
        name,
        law,
        `Giới hạn pháp lý của tham số "${name}" không được bỏ hay nới.`,
        `Expected the limit of parameter "${name}" to stay, but it is gone or loosened.`,
      );
    }
    const values = [parameter?.default, parameter?.max ?? undefined, parameter?.min ?? undefined];
    const numbers = values.filter((value): value is number => typeof value === 'number');
    const before = base.manifest.parameters.find((one) => one.name === name);
    // What the base itself allows is no change; the limit holds when a value is set.
    if (parameter && before && JSON.stringify(parameter) === JSON.stringify(before)) continue;
    const isOfKind = parameter?.type === before?.type && typeof parameter?.default === typeof before?.default;
    if (parameter && isOfKind && !numbers.some((value) => over(value, guardrail.max) || under(value, guardrail.min)))
      continue;
    forbid(
      'parameter-limit',
      'manifest.json',
      name,
      law,
      `Tham số "${name}" phải ${limits(guardrail, 'từ', 'đến')}, nhưng ${parameter ? `là ${numbers.join(', ') || 'không phải số'}` : 'đã bị bỏ'}.`,
      `Expected parameter "${name}" ${limits(guardrail, 'from', 'up to')}, but it is ${parameter ? numbers.join(', ') || 'no number' : 'gone'}.`,
    );
  }
}

/** No limit at all is over any limit. */
const over = (value: number | null, max: number | null | undefined): boolean =>
  typeof max === 'number' && (value === null || value > max);
const under = (value: number | null, min: number | null | undefined): boolean =>
  typeof min === 'number' && (value === null || value < min);

const limits = ({ min, max }: { min?: number | null; max?: number | null }, from: string, to: string): string =>
  [typeof min === 'number' ? `${from} ${min}` : '', typeof max === 'number' ? `${to} ${max}` : '']
    .filter(Boolean)
    .join(' ');
