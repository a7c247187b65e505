/** Whatever goes wrong on the way to the server reaches a person as words and keeps its fields. */
import { isLost, readProblem } from '../../../src/plugins/procedures/admin/src/api/problem';
import { withQuery } from '../../../src/plugins/procedures/admin/src/api/query';

const thrown = (status: number, error: object) =>
  Object.assign(new Error('x'), { status, response: { data: { error } } });

describe('readProblem', () => {
  it('takes the words and field problems of the server', () => {
    const problems = [{ path: 'record.summary', vi: 'Thiếu tóm tắt', en: 'Summary missing' }];
    const problem = readProblem(
      thrown(400, { code: 'FORM_INVALID', vi: 'Có mục sai', en: 'Wrong', detail: { problems } }),
    );
    expect(problem).toMatchObject({ status: 400, code: 'FORM_INVALID', vi: 'Có mục sai', problems });
  });
  it('says that the server was not reached when there was no answer', () => {
    const problem = readProblem(new TypeError('Failed to fetch'));
    expect(problem.code).toBe('NETWORK');
    expect(problem.vi).toContain('Không nối được máy chủ');
  });
  it('has words of its own where the server gives none', () => {
    expect(readProblem(thrown(403, { name: 'ForbiddenError', message: 'Forbidden' })).vi).toContain('không có quyền');
    expect(readProblem(Object.assign(new Error('x'), { status: 413 })).vi).toContain('quá lớn');
    const page = readProblem(new SyntaxError('Unexpected token <'));
    expect([page.code, page.vi]).toEqual(['UNREADABLE', expect.stringContaining('Máy chủ gặp lỗi')]);
    expect(readProblem(Object.assign(new Error('Unknown Server Error'), { status: 502 })).en).toContain(
      'The server failed',
    );
  });
  it('tells who took a task', () => {
    const problem = readProblem(
      thrown(409, { code: 'TASK_TAKEN', vi: 'a', en: 'b', detail: { takenBy: 'Nguyễn Thị Mẫu' } }),
    );
    expect(problem.takenBy).toBe('Nguyễn Thị Mẫu');
    expect(isLost(problem)).toBe(true);
  });
});

describe('withQuery', () => {
  it('leaves out what is not set', () => {
    expect(withQuery('/tasks', { view: 'mine', q: '', kind: undefined, page: 1 })).toBe('/tasks?view=mine&page=1');
    expect(withQuery('/tasks', { q: '' })).toBe('/tasks');
  });
  it('keeps Vietnamese intact', () => {
    expect(new URL(withQuery('/tasks', { q: 'chuyển đi & về' }), 'http://x').searchParams.get('q')).toBe(
      'chuyển đi & về',
    );
  });
});
