// Owns the guarded parts of the manifest: parameters within the limits of the law, the rule that a second person must act,
// and the documents that the law demands.
import type { ReadPackage } from '../read-package';
import type { DocumentDefinition } from '../types';
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
  documentProblems(base, changed, forbid);
}

function documentProblems(base: ReadPackage, changed: ReadPackage, forbid: Forbid): void {
  const now = changed.manifest.documents ?? [];
  // What stood beside it before does not take its place.
  const fresh = now.filter((one) => !base.manifest.documents?.some((known) => known.id === one.id));
  for (const document of (base.manifest.documents ?? []).filter((one) => one.legalBasis)) {
    const law = document.legalBasis ?? '';
    const kept = now.find((one) => one.id === document.id);
    if (!kept?.legalBasis?.trim()) {
      forbid(
        'document-dropped',
        'manifest.json',
        document.id,
        law,
        `Văn bản "${document.id}" mà luật đòi hỏi không được bỏ, cũng không được bỏ căn cứ.`,
        `Expected document "${document.id}", which the law demands, to stay with its legal basis, but it is gone or names none.`,
      );
    } else if (isWithheld(document, kept, fresh)) {
      forbid(
        'document-withheld',
        'manifest.json',
        document.id,
        law,
        `Văn bản "${document.id}" mà luật đòi hỏi phải còn được đề nghị như trước: không bớt sự kiện, không thêm điều kiện, không hết áp dụng khi chưa có văn bản khác thay.`,
        `Expected document "${document.id}", which the law demands, to be offered as before: after the same events, on no new condition, and until another takes its place.`,
      );
    }
  }
}

function isWithheld(
  before: DocumentDefinition,
  after: DocumentDefinition,
  fresh: readonly DocumentDefinition[],
): boolean {
  const events = before.offered?.events ?? [];
  if (events.some((code) => !after.offered?.events?.includes(code))) return true;
  if ((after.offered?.when ?? null) !== (before.offered?.when ?? null) && after.offered?.when) return true;
  if (after.effectiveFrom > before.effectiveFrom) return true;
  const until = after.effectiveTo;
  if (!until || (before.effectiveTo && until >= before.effectiveTo)) return false;
  const follows = (one: DocumentDefinition) =>
    one.legalBasis &&
    one.effectiveFrom <= dayAfter(until) &&
    (!one.effectiveTo || one.effectiveTo > until) &&
    (events.length === 0
      ? one.title.vi === after.title.vi
      : events.every((code) => one.offered?.events?.includes(code)));
  return !fresh.some(follows);
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

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
    const before = base.manifest.parameters.find((one) => one.name === name);
    const numbersOf = (one: typeof parameter) =>
      [one?.default, one?.max, one?.min].filter((value): value is number => typeof value === 'number');
    // What the base itself allows is no change; the limit holds when a value is set.
    const beyond = numbersOf(parameter).filter(
      (value) => (over(value, guardrail.max) || under(value, guardrail.min)) && !numbersOf(before).includes(value),
    );
    const isOfKind = parameter?.type === before?.type && typeof parameter?.default === typeof before?.default;
    const isOpened =
      (typeof before?.max === 'number' && typeof parameter?.max !== 'number') ||
      (typeof before?.min === 'number' && typeof parameter?.min !== 'number');
    if (parameter && isOfKind && !isOpened && beyond.length === 0) continue;
    forbid(
      'parameter-limit',
      'manifest.json',
      name,
      law,
      `Tham số "${name}" phải ${limits(guardrail, 'từ', 'đến')}, nhưng ${parameter ? `là ${beyond.join(', ') || 'không có giới hạn'}` : 'đã bị bỏ'}.`,
      `Expected parameter "${name}" ${limits(guardrail, 'from', 'up to')}, but it is ${parameter ? beyond.join(', ') || 'without limit' : 'gone'}.`,
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
