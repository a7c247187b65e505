import { caseListing } from '../../../src/plugins/procedures/server/src/cases/case-listing';
import type { ReadPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { ProblemError } from '../../../src/plugins/procedures/server/src/problems/problem-error';
import { eachTask, readChosen } from '../../../src/plugins/procedures/server/src/tasks/each-task';
import { readTaskQuery } from '../../../src/plugins/procedures/server/src/tasks/task-query';
import { searchWords } from '../../../src/plugins/procedures/server/src/views/search-words';

describe('the question of a task list', () => {
  it('is answered for one’s own tasks when nothing is said', () => {
    expect(readTaskQuery({})).toMatchObject({
      view: 'mine',
      sort: 'due',
      page: 1,
      pageSize: 30,
      facets: [],
      group: null,
    });
  });

  it('leaves out what nobody knows, and what no column could hold', () => {
    const query = readTaskQuery({
      view: 'everything',
      clock: 'soon',
      assignee: 'x',
      facet: ['a=1', 'b', 7, 'c=\0'],
      unit: ' ',
      q: 'a\0b',
      page: '-4',
      pageSize: '9999',
    });
    expect(query).toMatchObject({
      view: 'mine',
      clock: null,
      assignee: null,
      facets: ['a=1'],
      unit: null,
      q: 'ab',
      page: 1,
      pageSize: 100,
    });
  });

  it('turns no page beyond the thousandth task', () => {
    expect(readTaskQuery({ page: '500', pageSize: '50' }).page).toBe(20);
  });
});

describe('words of a search', () => {
  it('lose diacritics and capitals, composed or not', () => {
    expect(searchWords('  Trộm CẮP tài sản ')).toEqual(['trom', 'cap', 'tai', 'san']);
    expect(searchWords('Đường Đỗ'.normalize('NFD'))).toEqual(['duong', 'do']);
  });
});

describe('what lists know of a case', () => {
  const read = (title: string, facets: string[]) =>
    ({
      manifest: {
        title: { vi: 'Bộ mẫu', en: 'x' },
        record: { summary: { title, facets: facets.map((path) => ({ path })) } },
      },
      forms: new Map([
        ['f', { components: [{ type: 'select', key: 'record.kind', values: [{ value: 'A', label: 'Loại A' }] }] }],
      ]),
    }) as unknown as ReadPackage;
  const current = { id: '1', tenant_id: 't', state: 'S', handling_unit: 'U', origin_unit: null, facts: {} };

  it('is a choice of a form, a number, or yes or no, and never a text that somebody typed', () => {
    const listing = caseListing(
      read('=record.kind', ['record.kind', 'record.note', 'record.n', 'record.yes']),
      current,
      {
        kind: 'A',
        note: 'Ông Nguyễn Văn A',
        n: 3,
        yes: true,
      },
    );
    expect(listing).toEqual({ title: 'A', facets: ['record.kind=A', 'record.n=3', 'record.yes=true'] });
  });

  it('has the package’s own title where the expression gives none', () => {
    expect(caseListing(read('=record.nothing', []), current, {}).title).toBe('Bộ mẫu');
  });
});

describe('several tasks at once', () => {
  const log = { info: jest.fn(), warn: jest.fn(), error: jest.fn() };

  it('says of each what became of it, and hides what failed inside', async () => {
    const { results } = await eachTask(
      [
        { id: 'a', version: 1 },
        { id: 'b', version: 1 },
        { id: 'c', version: 1 },
      ],
      log,
      async ({ id }) => {
        if (id === 'a') throw new ProblemError({ code: 'TAKEN', status: 409, vi: 'đã', en: 'taken' });
        if (id === 'b') throw new Error('connection lost at 10.0.0.1');
        return { version: 2 };
      },
    );
    expect(results).toEqual([
      { id: 'a', ok: false, error: { code: 'TAKEN', vi: 'đã', en: 'taken', detail: null } },
      { id: 'b', ok: false, error: expect.objectContaining({ code: 'NOT_DONE' }) },
      { id: 'c', ok: true, version: 2 },
    ]);
    expect(JSON.stringify(results)).not.toContain('10.0.0.1');
  });

  it('are chosen one by one, each once', () => {
    expect(readChosen([{ id: 'a', version: 1 }])).toEqual([{ id: 'a', version: 1 }]);
    for (const value of [null, 'all', [], [{}], [{ id: 'a' }, { id: 'a' }]])
      expect(() => readChosen(value)).toThrow('Expected 1 to');
  });
});

describe('days in a question', () => {
  const rangeOf = (opened: unknown) => readTaskQuery({ view: 'board', opened }).opened;
  it('are read with one end or both, and left out when they are no days', () => {
    expect(rangeOf('2026-11-01..2026-11-07')).toEqual({ from: '2026-11-01', to: '2026-11-07' });
    expect(rangeOf('..2026-11-07')).toEqual({ from: null, to: '2026-11-07' });
    for (const wrong of ['..', '2026-11-01', '2026-02-30..', '2026-13-01..', 'x..y', ['2026-11-01..'], undefined])
      expect(rangeOf(wrong)).toBeNull();
  });
  it('reach closed work on boards only', () => {
    expect(readTaskQuery({ view: 'board', status: 'done' }).status).toBe('done');
    expect(readTaskQuery({ view: 'all', status: 'done' }).status).toBe('open');
  });
});
