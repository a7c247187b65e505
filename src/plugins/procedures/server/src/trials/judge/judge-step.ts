// Owns the comparing of what a scenario expects after a step with what was seen: one verdict for each thing expected, and
// for each that fails where the case stood instead and why. Pure.
import type { StepExpectation, TrialObservation, TrialVerdict } from '../../../../shared/trials-contract';
import type { ModelMap } from '../../packages/model-map';
import type { LocalText } from '../../packages/types';
import { explainMiss } from './explain-miss';
import { judgeClock } from './judge-clock';
import { judgeTasks } from './judge-tasks';
import { shown, standing, told } from './verdict-words';

export function judgeStep(
  map: ModelMap,
  step: number,
  expect: StepExpectation,
  seen: TrialObservation,
): TrialVerdict[] {
  const plain = (
    what: keyof StepExpectation,
    title: LocalText,
    expected: unknown,
    actual: unknown,
    words: (value: unknown) => LocalText = plainWords,
  ): TrialVerdict => {
    const ok = isSame(expected, actual);
    return {
      ok,
      what,
      expected,
      actual,
      element: null,
      why: null,
      vi: told(step, title, words(expected).vi, words(actual).vi, ok).vi,
      en: told(step, title, words(expected).en, words(actual).en, ok).en,
    };
  };
  const verdicts: TrialVerdict[] = [];
  if (expect.state !== undefined) {
    const verdict = plain('state', { vi: 'trạng thái', en: 'the state' }, expect.state, seen.state, map.stateWords);
    verdicts.push(verdict.ok ? verdict : { ...verdict, why: standing(map, seen) });
  }
  if (expect.outcome !== undefined)
    verdicts.push(plain('outcome', { vi: 'kết quả', en: 'the outcome' }, expect.outcome, seen.outcome));
  if (expect.ground !== undefined)
    verdicts.push(plain('ground', { vi: 'căn cứ', en: 'the ground' }, expect.ground, seen.ground));
  if (expect.ended !== undefined)
    verdicts.push(
      plain('ended', { vi: 'quy trình', en: 'the process' }, expect.ended, seen.life === 'COMPLETED', ENDED),
    );
  if (expect.numbered !== undefined)
    verdicts.push(
      plain('numbered', { vi: 'số vào sổ', en: 'the number' }, expect.numbered, seen.bookNo !== null, NUMBERED),
    );
  if (expect.tasks) verdicts.push(...judgeTasks(map, step, expect.tasks, seen));
  for (const clock of expect.clocks ?? []) verdicts.push(judgeClock(step, clock, seen));
  for (const { recipient, rule } of expect.notices ?? []) {
    const isIt = (one: (typeof seen.notices)[number]) =>
      one.recipient === recipient && (rule === undefined || one.rule === rule);
    const name = (one: { recipient: string; rule?: string | null }) =>
      one.rule ? `${one.recipient} (${one.rule})` : one.recipient;
    verdicts.push(
      among(
        step,
        'notices',
        { vi: 'thông báo tới', en: 'a notice to' },
        name({ recipient, rule }),
        seen.notices.map(name),
        seen.notices.some(isIt),
      ),
    );
  }
  for (const document of expect.documents ?? [])
    verdicts.push(
      among(
        step,
        'documents',
        { vi: 'lập được văn bản', en: 'a document to draw up:' },
        document,
        seen.documents,
        seen.documents.includes(document),
      ),
    );
  for (const [name, expected] of Object.entries(expect.facts ?? {}))
    verdicts.push(
      plain('facts', { vi: `dữ kiện "${name}"`, en: `fact "${name}"` }, expected, seen.facts[name] ?? null),
    );
  const passed = new Set(seen.path.map((one) => one.element));
  for (const element of expect.passed ?? []) verdicts.push(passage(map, step, 'passed', element, passed, seen));
  for (const element of expect.notPassed ?? []) verdicts.push(passage(map, step, 'notPassed', element, passed, seen));
  return verdicts;
}

function among(
  step: number,
  what: 'notices' | 'documents',
  title: LocalText,
  expected: string,
  actual: string[],
  ok: boolean,
): TrialVerdict {
  const have = shown(actual);
  return {
    ok,
    what,
    expected,
    actual,
    element: null,
    why: null,
    vi: `Bước ${step}: ${ok ? 'có' : 'cần'} ${title.vi} ${expected}${ok ? '' : `, nhưng chỉ có: ${have}`}.`,
    en: `Step ${step}: ${ok ? 'there is' : 'expected'} ${title.en} ${expected}${ok ? '' : `, but there is only: ${have}`}.`,
  };
}

const plainWords = (value: unknown): LocalText => ({ vi: shown(value), en: shown(value) });
const ENDED = (value: unknown): LocalText =>
  value ? { vi: 'đã kết thúc', en: 'ended' } : { vi: 'chưa kết thúc', en: 'not ended' };
const NUMBERED = (value: unknown): LocalText =>
  value ? { vi: 'đã có', en: 'given' } : { vi: 'chưa có', en: 'not given' };

function passage(
  map: ModelMap,
  step: number,
  what: 'passed' | 'notPassed',
  element: string,
  passed: ReadonlySet<string>,
  seen: TrialObservation,
): TrialVerdict {
  const wanted = what === 'passed';
  const ok = passed.has(element) === wanted;
  const name = map.words(element);
  return {
    ok,
    what,
    expected: element,
    actual: passed.has(element),
    element,
    why: ok || !wanted ? null : (explainMiss(map, element, seen) ?? standing(map, seen)),
    vi: `Bước ${step}: cần ${wanted ? '' : 'không '}đi qua "${name}"${ok ? '' : wanted ? ', nhưng không đi qua' : ', nhưng đã đi qua'}.`,
    en: `Step ${step}: expected ${wanted ? '' : 'not '}to pass "${name}"${ok ? '' : wanted ? ', but it did not' : ', but it did'}.`,
  };
}

const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** Key order is no difference. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
