import { ProblemError } from '../../../src/plugins/procedures/server/src/problems/problem-error';
import {
  refuseUnstorable,
  refuseUnstorableAddress,
} from '../../../src/plugins/procedures/server/src/problems/refuse-unstorable';

function refusal(body: unknown): { code: string; path: string | undefined } {
  try {
    refuseUnstorable(body);
  } catch (error) {
    const { code, detail } = error as ProblemError;
    expect(error).toBeInstanceOf(ProblemError);
    return { code, path: (detail as { problems: { path: string }[] } | null)?.problems[0].path };
  }
  throw new Error('Expected a refusal, but there was none');
}

const nested = (levels: number) => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

test('a null character and half of a surrogate pair are refused where they stand', () => {
  expect(refusal({ values: { record: { title: 'a\u0000' } } })).toEqual({
    code: 'TEXT_UNSTORABLE',
    path: 'record.title',
  });
  expect(refusal({ steps: [{ name: 'tốt' }, { name: '\ud83d' }] }).path).toBe('steps.1.name');
  expect(refusal({ text: '\ude00 trước' }).path).toBe('text');
  expect(refusal({ 'a\u0000': 1 })).toEqual({ code: 'TEXT_UNSTORABLE', path: undefined });
});

test('whole emoji, markup, line breaks and every letter pass', () => {
  for (const text of ['👩‍✈️ 😀', '<script>alert(1)</script>', 'một\r\nhai\tba', 'Nguyễn\u0301', '\ufffd\u200b'])
    expect(() => refuseUnstorable({ text, list: [text, { [text]: text }] })).not.toThrow();
  for (const body of [undefined, null, 7, true, {}, [], Buffer.from([0])])
    expect(() => refuseUnstorable(body)).not.toThrow();
});

test('a nest of half a million levels is refused without walking down it', () => {
  expect(() => refuseUnstorable(nested(60))).not.toThrow();
  expect(refusal(nested(500_000)).code).toBe('BODY_TOO_DEEP');
});

test('an address with a null character names nothing', () => {
  expect(() => refuseUnstorableAddress('/procedures/cases/%00')).toThrow(ProblemError);
  expect(() => refuseUnstorableAddress('/procedures/cases/%20')).not.toThrow();
});
