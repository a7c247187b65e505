import { answerProblem } from '../../../src/plugins/procedures/server/src/controllers/answer-problem';
import { ProblemError } from '../../../src/plugins/procedures/server/src/problems/problem-error';

interface Answer {
  status: number;
  body: { error: { code: string; vi: string; en: string } } | null;
}

function answered(error: unknown) {
  const headers: Record<string, string> = {};
  const set = (name: string, value: string) => {
    headers[name] = value;
  };
  const context = { status: 404, body: null, set };
  answerProblem(context, error);
  return { ...(context as Answer), headers };
}

const lost = (code: string) => Object.assign(new Error('select 1 - it is gone'), { code });

describe('what goes wrong', () => {
  it.each(['57P01', '57P03', 'ECONNREFUSED', '08006'])(
    'is a database that is away (%s): 503, and when to come back',
    (code) => {
      const { status, body, headers } = answered(lost(code));
      expect({ status, headers }).toEqual({ status: 503, headers: { 'Retry-After': '5' } });
      expect(body?.error.code).toBe('DATABASE_AWAY');
      expect(body?.error.vi).toContain('vẫn còn');
      expect(body?.error.en).toContain('still here');
      expect(JSON.stringify(body)).not.toContain('select 1');
    },
  );

  it('is a refusal of ours, with its own status', () => {
    const { status, headers } = answered(
      new ProblemError({ code: 'X', status: 409, vi: 'Không.', en: 'Expected no.' }),
    );
    expect({ status, headers }).toEqual({ status: 409, headers: {} });
  });

  it('is thrown on when it is neither', () => {
    expect(() => answered(new Error('a mistake of the program'))).toThrow('a mistake of the program');
  });
});
