// Owns what a new version may not do to the guardrails of the one in force: none disappears, and none is made looser. The
// check of the package itself then holds the model to them. Pure.
import type { Finding, Guardrail, Manifest } from '../packages/types';

export function keptGuardrails(
  inForce: Pick<Manifest, 'guardrails'>,
  next: Pick<Manifest, 'guardrails' | 'clockRules'>,
): Finding[] {
  return inForce.guardrails.flatMap((rail) => [...dropped(rail, next.guardrails), ...longerTerm(rail, next)]);
}

function dropped(rail: Guardrail, next: readonly Guardrail[]): Finding[] {
  const kept = next.find((one) =>
    rail.kind === 'element'
      ? one.kind === 'element' && one.process === rail.process && one.element === rail.element
      : one.kind === 'parameter' && one.name === rail.name,
  );
  const name = rail.kind === 'element' ? rail.element : rail.name;
  if (!kept)
    return [
      finding(
        'guardrail-dropped',
        name,
        `"${name}" được pháp luật giữ (${rail.law}) nên không được bỏ khỏi danh sách khóa của bộ quy trình. Hãy khôi phục.`,
        `Expected the guardrail on "${name}" (${rail.law}) to stay in the package, but it was taken out. Restore it.`,
      ),
    ];
  if (rail.kind !== 'parameter' || kept.kind !== 'parameter') return [];
  const isLooser =
    (rail.max != null && (kept.max == null || kept.max > rail.max)) ||
    (rail.min != null && (kept.min == null || kept.min < rail.min));
  if (!isLooser) return [];
  return [
    finding(
      'guardrail-loosened',
      name,
      `Giới hạn của "${name}" do pháp luật đặt (${rail.law}) nên không được nới. Hãy khôi phục giới hạn cũ.`,
      `Expected the limit on "${name}" (${rail.law}) to stay as it is, but it was loosened. Restore it.`,
    ),
  ];
}

/** A guardrail may name a clock rule: its term is no longer than the law allows. */
function longerTerm(rail: Guardrail, next: Pick<Manifest, 'clockRules'>): Finding[] {
  if (rail.kind !== 'parameter') return [];
  return next.clockRules
    .filter((rule) => rule.id === rail.name && typeof rule.length === 'number')
    .filter(
      ({ length }) =>
        (rail.max != null && Number(length) > rail.max) || (rail.min != null && Number(length) < rail.min),
    )
    .map((rule) =>
      finding(
        'guardrail-term',
        rule.id,
        `Thời hạn của "${rule.id}" là ${rule.length}, vượt giới hạn luật định (${rail.law}). Hãy sửa lại trong giới hạn.`,
        `Expected the term of "${rule.id}" within the limit that the law sets (${rail.law}), but it is ${rule.length}.`,
      ),
    );
}

const finding = (code: string, element: string, vi: string, en: string): Finding => ({
  severity: 'error',
  code,
  file: 'manifest.json',
  element,
  vi,
  en,
});
