import path from 'node:path';
import { roleDefinitions } from '../../../src/plugins/procedures/server/src/policy/actions';
import { randomPassword } from '../../../src/plugins/procedures/server/src/tenants/random-password';
import { stableId } from '../../../src/plugins/procedures/server/src/tenants/stable-id';
import { readSeeds } from '../../../src/plugins/procedures/server/src/tenants/tenant-seed';

const seeds = () => readSeeds(path.resolve(__dirname, '../../../database/seeds'));

describe('the seeds of the demo wards', () => {
  it('are demo data of plainly fictional people with addresses that reach nobody', async () => {
    for (const seed of await seeds()) {
      expect(seed.tenant.demo).toBe(true);
      for (const person of seed.people) {
        expect(person.email).toMatch(new RegExp(`^[a-z0-9-]+@${seed.tenant.id}\\.example$`));
        expect(person.fullName).toMatch(/ Mẫu /);
        expect([...roleDefinitions.map((role) => role.code), 'portal']).toContain(person.adminRole);
      }
    }
  });

  it('have two people wherever a second one must check', async () => {
    for (const seed of await seeds()) {
      for (const [unit, role] of [
        ['CAP', 'can-bo'],
        ['CAP', 'truc-ban'],
        ['CAP', 'lanh-dao'],
        ['CAP', 'custodian'],
      ]) {
        const holders = seed.people.filter((person) =>
          person.positions.some((position) => position.unit === unit && position.roles.includes(role ?? '')),
        );
        expect(holders.length).toBeGreaterThanOrEqual(2);
      }
    }
  });

  it('differ in units and parameters as the two plans do', async () => {
    const [bachDang, tamThanh] = await seeds();
    const codes = (seed: typeof tamThanh) => seed?.units.map((unit) => unit.code) ?? [];
    expect(codes(tamThanh)).toContain('KTHT');
    expect(codes(tamThanh)).not.toEqual(expect.arrayContaining(['CHQS']));
    expect(codes(bachDang)).toEqual(expect.arrayContaining(['CHQS', 'TDP']));
    expect(codes(bachDang)).not.toContain('KTHT');
    const r30 = (seed: typeof tamThanh) =>
      seed?.parameters.find((parameter) => parameter.name === 'R30_ENABLED')?.value;
    expect([r30(tamThanh), r30(bachDang)]).toEqual([true, false]);
  });
});

describe('what a seed makes', () => {
  it('has the same id every time', () => {
    expect(stableId('a', 'b')).toBe(stableId('a', 'b'));
    expect(stableId('a', 'b')).not.toBe(stableId('ab'));
    expect(stableId('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('has a password that nobody chose and that sign-in accepts', () => {
    const passwords = Array.from({ length: 200 }, randomPassword);
    expect(new Set(passwords).size).toBe(200);
    for (const password of passwords) expect(password).toMatch(/^(?=.*[a-z])(?=.*[A-Z])(?=.*\d).{20}$/);
  });
});
