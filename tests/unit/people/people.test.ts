// The pure parts of people: who signs how, and how work is spread.
import { signatureLines } from '../../../src/plugins/procedures/server/src/people/signature-lines';
import { spread } from '../../../src/plugins/procedures/server/src/people/spread';

describe('a signature on behalf of another', () => {
  const appointment = {
    prefix: 'KT.',
    holder_title: 'Trưởng phòng',
    deputy_title: 'Phó trưởng phòng',
    own_title: true,
  };
  it('names whom one signs for and the own title, in capitals', () => {
    expect(signatureLines(appointment)).toEqual(['KT. TRƯỞNG PHÒNG', 'PHÓ TRƯỞNG PHÒNG']);
  });
  it('leaves the own title out where the form says so', () => {
    expect(signatureLines({ ...appointment, prefix: 'Q.', own_title: false })).toEqual(['Q. TRƯỞNG PHÒNG']);
  });
});

describe('spreading tasks', () => {
  it('gives each to whoever may do it and holds least', () => {
    const tasks = ['1', '2', '3', '4'].map((id) => ({ id, allowed: ['a', 'b'] }));
    const given = spread(tasks, new Map([['a', 2]]));
    expect([...given.values()].filter((person) => person === 'a')).toHaveLength(1);
    expect([...given.values()].filter((person) => person === 'b')).toHaveLength(3);
  });
  it('gives first what only one may do, and leaves what nobody may', () => {
    const tasks = [
      { id: 'any', allowed: ['a', 'b'] },
      { id: 'only-a', allowed: ['a'] },
      { id: 'none', allowed: [] },
    ];
    expect(Object.fromEntries(spread(tasks, new Map()))).toEqual({ 'only-a': 'a', any: 'b' });
  });
});
