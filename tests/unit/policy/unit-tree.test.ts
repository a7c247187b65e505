import { descendantsOf } from '../../../src/plugins/procedures/server/src/tenants/unit-tree';

const units = [
  { code: 'BOARD', parent_code: null },
  { code: 'DESK', parent_code: 'BOARD' },
  { code: 'TEAM', parent_code: 'DESK' },
  { code: 'OTHER', parent_code: null },
];

describe('units beneath a unit', () => {
  it('are found at every depth, without the unit itself', () => {
    expect(descendantsOf(units, ['BOARD'])).toEqual(['DESK', 'TEAM']);
    expect(descendantsOf(units, [])).toEqual([]);
  });

  it('end at a loop in the data', () => {
    const loop = [
      { code: 'A', parent_code: 'B' },
      { code: 'B', parent_code: 'A' },
    ];
    expect(descendantsOf(loop, ['A'])).toEqual(['B']);
  });
});
