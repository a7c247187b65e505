import { mergeLive } from '../../../src/plugins/procedures/admin/src/pages/tasks/mergeLive';
import {
  countFilters,
  taskListPath,
  viewQuery,
} from '../../../src/plugins/procedures/admin/src/pages/tasks/taskListPath';

describe('a list that changes under the pointer', () => {
  const shown = [
    { id: '1', by: '' },
    { id: '2', by: '' },
    { id: '3', by: '' },
  ];

  it('keeps every row where it stands, brings it up to date, and only counts the new ones', () => {
    const fresh = [
      { id: '9', by: '' },
      { id: '3', by: 'An' },
      { id: '1', by: '' },
    ];
    const merged = mergeLive(shown, fresh);
    expect(merged.rows).toEqual([
      { id: '1', by: '' },
      { id: '2', by: '' },
      { id: '3', by: 'An' },
    ]);
    expect([...merged.gone]).toEqual(['2']);
    expect(merged.waiting).toBe(1);
  });
});

describe('the address of the list', () => {
  it('keeps of an address what makes a view, in one order, so that two can be compared', () => {
    expect(viewQuery('?open=1&page=3&view=unit&clock=today&q=')).toBe('clock=today&view=unit');
    expect(viewQuery('?facet=a%3D1&facet=b%3D2')).toBe('facet=a%3D1&facet=b%3D2');
  });

  it('asks for the first page of one’s own tasks when nothing is said', () => {
    expect(taskListPath('')).toBe('/tasks?view=mine&page=1&pageSize=50');
    expect(taskListPath('?view=unit&page=2&open=x')).toBe('/tasks?view=unit&page=2&pageSize=50');
  });

  it('counts each facet and the search among the filters', () => {
    expect(countFilters('?view=unit&group=kind')).toBe(0);
    expect(countFilters('?q=a&clock=today&facet=a%3D1&facet=b%3D2')).toBe(4);
  });
});
