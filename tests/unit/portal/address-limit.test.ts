import { AddressLimit } from '../../../src/plugins/procedures/server/src/portal/address-limit';

const HOUR = 60 * 60 * 1000;

describe('the bound for an address', () => {
  it('lets through as many as are allowed in an hour, each address by itself', () => {
    const limit = new AddressLimit();
    expect([1, 2, 3].map(() => limit.take('10.0.0.1', 2, HOUR * 5))).toEqual([true, true, false]);
    expect(limit.take('10.0.0.2', 2, HOUR * 5)).toBe(true);
    expect(limit.take('10.0.0.1', 2, HOUR * 5 + HOUR + 1)).toBe(true);
  });

  it('keeps no address', () => {
    const limit = new AddressLimit();
    limit.take('203.0.113.77', 5, HOUR);
    const { counters } = limit as unknown as { counters: Map<string, number> };
    expect([...counters.keys()].join()).not.toContain('203.0.113.77');
  });

  it('stays bounded itself, whoever comes', () => {
    const limit = new AddressLimit();
    for (let n = 0; n < 25_000; n += 1) limit.take(`a${n}`, 5, HOUR);
    expect((limit as unknown as { counters: Map<string, number> }).counters.size).toBeLessThanOrEqual(20_000);
  });
});
