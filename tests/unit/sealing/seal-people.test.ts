import { withoutPeople } from '../../../src/plugins/procedures/server/src/sealing/protect-act';
import type { Protection } from '../../../src/plugins/procedures/server/src/sealing/protection';
import { sealPeople } from '../../../src/plugins/procedures/server/src/sealing/seal-people';
import type { IdentityContent } from '../../../src/plugins/procedures/shared/sealing-contract';
import {
  aboutIdentity,
  newKeyPair,
  openContent,
  openSealedKey,
  sealingReady,
} from '../../../src/plugins/procedures/shared/sealing-crypto';

const tellers: Protection = { roles: ['TELLER'], kept: ['anonymous'] };
const teller = {
  tenant: 'north',
  role: 'TELLER',
  name: 'Tên Giả Một',
  phone: '0900 000 001',
  anonymous: false,
  extra: { nickname: 'Biệt danh giả' },
};
const accused = { role: 'ACCUSED', name: 'Tên Giả Hai' };
const custodians = () => [newKeyPair(), newKeyPair()];

beforeAll(() => sealingReady());

function seal(people: Record<string, unknown>[], texts: Record<string, unknown> = {}) {
  const pairs = custodians();
  const keys = pairs.map((pair, at) => ({ id: `key-${at}`, publicKey: pair.publicKey }));
  const sealed = sealPeople({ tenantId: 'north', protection: tellers, people, keys, firstNumber: 3, texts });
  const open = (at: number, holder: number): IdentityContent => {
    const sealing = sealed.sealings[at];
    const pair = pairs[holder];
    if (!sealing || !pair) throw new Error(`Expected a sealing ${at} and a holder ${holder}`);
    const contentKey = openSealedKey(sealing.keys[holder]?.sealedKey ?? '', pair.publicKey, pair.privateKey);
    return JSON.parse(openContent(sealing, aboutIdentity('north', sealing.id), contentKey));
  };
  return { ...sealed, open };
}

describe('people who are sealed', () => {
  it('keep role and pseudonym on the row; all else goes to every custodian, also what a tenant added', () => {
    const { people, sealings, open } = seal([teller, accused]);
    expect(people).toEqual([
      {
        tenant: 'north',
        role: 'TELLER',
        name: null,
        phone: null,
        anonymous: false,
        extra: null,
        sealed: true,
        pseudonym: 'Người được bảo vệ 3',
        sealedIdentity: sealings[0]?.id,
      },
      accused,
    ]);
    for (const holder of [0, 1]) {
      expect(open(0, holder).fields).toEqual({ name: teller.name, phone: teller.phone, extra: teller.extra });
    }
    expect(JSON.stringify({ people, sealings })).not.toMatch(/Giả Một|0900|Biệt danh/);
  });

  it('are sealed only where there is something to hide, and only once', () => {
    const nobody = { role: 'TELLER', name: '', phone: null, anonymous: true, extra: {} };
    expect(seal([nobody]).sealings).toEqual([]);
    const once = seal([teller]).people;
    expect(seal(once).sealings).toEqual([]);
    expect(seal(once).people).toEqual(once);
  });

  it('do not stay in what else was typed; what stood there is sealed with them', () => {
    const summary = 'Chị TÊN GIẢ MỘT, số 0900.000.001, thấy Tên Giả Hai.';
    const { texts, open } = seal([teller, accused], { record: { summary, number: 7, none: null } });
    expect(texts).toEqual({
      record: {
        summary: 'Chị Người được bảo vệ 3, số Người được bảo vệ 3, thấy Tên Giả Hai.',
        number: 7,
        none: null,
      },
    });
    expect(open(0, 0).texts).toEqual({ '.record.summary': summary });
  });
});

describe('values as they were typed', () => {
  it('lose the rows of protected people, nested or flat', () => {
    expect(withoutPeople({ record: { people: [teller, accused], a: 1 }, task: {} }, 'people', tellers)).toEqual({
      record: { people: [accused], a: 1 },
      task: {},
    });
    expect(withoutPeople({ 'record.people': [teller], 'record.a': 1 }, 'people', tellers)).toEqual({
      'record.people': [],
      'record.a': 1,
    });
  });
});
