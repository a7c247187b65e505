import {
  readCondition,
  writeCondition,
} from '../../../../src/plugins/procedures/admin/src/pages/packages/modeler/conditions';

describe('a condition as a list', () => {
  it.each([
    ['', []],
    ['=flagrant = true', [{ variable: 'flagrant', operator: '=', value: true }]],
    ['=consequences.path = "KHAN"', [{ variable: 'consequences.path', operator: '=', value: 'KHAN' }]],
    ['=quantity >= 20', [{ variable: 'quantity', operator: '>=', value: 20 }]],
    [
      '=a != "x and y" and b = false',
      [
        { variable: 'a', operator: '!=', value: 'x and y' },
        { variable: 'b', operator: '=', value: false },
      ],
    ],
  ])('reads %s and writes it as it was', (text, clauses) => {
    const read = readCondition(text);
    expect(read?.clauses).toEqual(clauses);
    expect(read && writeCondition(read)).toBe(text);
  });

  it('keeps whether one is enough', () => {
    const text = '=a = 1 or b = 2';
    const read = readCondition(text);
    expect(read?.join).toBe('or');
    expect(read && writeCondition(read)).toBe(text);
  });

  it('carries quotation marks through', () => {
    const condition = {
      join: 'and' as const,
      clauses: [{ variable: 'a', operator: '=' as const, value: 'nói "không" \\' }],
    };
    expect(readCondition(writeCondition(condition))).toEqual(condition);
  });

  it.each(['=true', '=list contains(x, "a")', '=a = 1 and b = 2 or c = 3', '=a + 1 = 2', '=not(a)'])(
    'leaves %s to the expert field',
    (text) => expect(readCondition(text)).toBeNull(),
  );
});
