// Two lists side by side: by their number first, by our book number where the number is not known yet.
import { compareLists, type OurRow } from '../../../src/plugins/procedures/server/src/integration/compare-lists';

const ours = (given: Partial<OurRow> = {}): OurRow => ({
  caseId: 'case-1',
  bookNo: '1/2026',
  reference: 'TB-1',
  receivedAt: '2026-11-02T01:30:00.000Z',
  state: 'OPEN',
  outcome: null,
  handlingUnit: 'DESK',
  ...given,
});
const knownStates = new Set(['OPEN', 'DONE']);
const zone = 'Asia/Ho_Chi_Minh';

describe('the comparison of two lists', () => {
  it('counts what agrees, to the minute, whatever the offset it is written with', () => {
    const theirs = [{ reference: 'TB-1', bookNo: '1/2026', receivedAt: '2026-11-02T08:30:45+07:00', state: 'OPEN' }];
    expect(compareLists([ours()], theirs, { knownStates, zone })).toEqual({
      matched: 1,
      different: [],
      onlyHere: [],
      onlyThere: [],
      twiceThere: [],
    });
  });

  it('compares by the day of the office where their list gives the day alone', () => {
    const late = ours({ receivedAt: '2026-11-02T18:00:00.000Z' });
    const compared = (receivedAt: string) =>
      compareLists([late], [{ reference: 'TB-1', receivedAt }], { knownStates, zone });
    expect(compared('2026-11-03').matched).toBe(1);
    expect(compared('2026-11-02').different[0].fields).toEqual([
      { field: 'receivedAt', here: '2026-11-02T18:00:00.000Z', there: '2026-11-02' },
    ]);
  });

  it('names every field that differs, with both values', () => {
    const theirs = [{ reference: 'TB-1', bookNo: '2/2026', receivedAt: '2026-11-02T02:30:00Z', state: 'DONE' }];
    expect(compareLists([ours()], theirs, { knownStates, zone }).different[0].fields).toEqual([
      { field: 'bookNo', here: '1/2026', there: '2/2026' },
      { field: 'receivedAt', here: '2026-11-02T01:30:00.000Z', there: '2026-11-02T02:30:00Z' },
      { field: 'state', here: 'OPEN', there: 'DONE' },
    ]);
  });

  it('takes no word of theirs for a state of ours', () => {
    expect(
      compareLists([ours()], [{ reference: 'TB-1', state: 'Đang giải quyết' }], { knownStates, zone }).matched,
    ).toBe(1);
  });

  it('finds a case by our book number and says that their number is not recorded here', () => {
    const result = compareLists([ours({ reference: null })], [{ reference: 'TB-9', bookNo: '1/2026' }], {
      knownStates,
      zone,
    });
    expect(result.different[0]).toMatchObject({
      caseId: 'case-1',
      fields: [{ field: 'reference', here: null, there: 'TB-9' }],
    });
    expect(result.onlyHere).toEqual([]);
  });

  it('keeps what only one side has, and what they list twice, and never matches one case with two rows', () => {
    const theirs = [{ reference: 'TB-1' }, { reference: 'TB-1' }, { reference: 'TB-2', bookNo: '1/2026' }];
    const other = ours({ caseId: 'case-2', bookNo: '3/2026', reference: null });
    const result = compareLists([ours(), other], theirs, { knownStates, zone });
    expect(result.matched).toBe(1);
    expect(result.twiceThere).toEqual(['TB-1']);
    expect(result.onlyThere.map(({ reference }) => reference)).toEqual(['TB-2']);
    expect(result.onlyHere.map(({ caseId }) => caseId)).toEqual(['case-2']);
  });
});
