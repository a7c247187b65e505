import { isMasked, maskPersons } from '../../../src/plugins/procedures/server/src/policy/mask-persons';
import { aCase, administrator, clerk, leader } from './actors';

const teller = {
  id: 'a',
  role: 'TELLER',
  name: 'Tên Giả Một',
  phone: '0900 000 001',
  nickname: 'own field of a tenant',
};
const witness = { id: 'b', role: 'WITNESS', name: 'Tên Giả Hai', phone: '0900 000 002' };

describe('people of a record', () => {
  it('are shown to whoever reads the content, and not at all to others', () => {
    expect(maskPersons(clerk, aCase(), [teller, witness])).toEqual([teller, witness]);
    for (const who of [leader, administrator]) expect(maskPersons(who, aCase(), [teller, witness])).toEqual([]);
  });

  it('are masked where their role is protected, down to the last field', () => {
    const protectedCase = aCase({ identityProtection: true, protectedRoles: ['TELLER'] });
    const [first, second] = maskPersons(clerk, protectedCase, [teller, witness]);
    expect(first).toEqual({ id: 'a', role: 'TELLER', masked: true, name: 'Người được bảo vệ 1' });
    expect(second).toEqual(witness);
    expect(JSON.stringify(first)).not.toMatch(/Tên Giả|0900|own field/);
  });

  it('are all masked when the case asks for secrecy and nobody said whose', () => {
    expect(maskPersons(clerk, aCase({ identityProtection: true }), [teller, witness]).every(isMasked)).toBe(true);
    expect(
      maskPersons(clerk, aCase({ identityProtection: true, protectedRoles: ['TELLER'] }), [{ name: 'X' }]).every(
        isMasked,
      ),
    ).toBe(true);
  });

  it('are masked when sealed, whatever the case says', () => {
    expect(maskPersons(clerk, aCase(), [{ ...witness, sealed: true }]).every(isMasked)).toBe(true);
  });

  it('are shown to the one person for whom an approved request opened them', () => {
    const opened = aCase({ identityProtection: true, identityOpenedTo: [clerk.personId] });
    expect(maskPersons(clerk, opened, [teller])).toEqual([teller]);
    expect(maskPersons({ ...clerk, personId: 'person-9' }, opened, [teller]).every(isMasked)).toBe(true);
  });
});
