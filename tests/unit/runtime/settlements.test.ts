import { Settlements } from '../../../src/plugins/procedures/server/src/runtime/settlements';

describe('waiting for an action', () => {
  it('ends when a record settles it', async () => {
    const settlements = new Settlements();
    const waited = settlements.whenSettled('a', 60_000);
    settlements.settle('a');
    expect(await waited).toBe(true);
  });

  it('ends at once when a record was quicker than the engine, and so than whoever waits', async () => {
    const settlements = new Settlements();
    settlements.settle('a');
    expect(await settlements.whenSettled('a', 60_000)).toBe(true);
    expect(await settlements.whenSettled('b', 0)).toBe(false);
  });

  it('needs no first look at an action that was staged here and is not settled', () => {
    const settlements = new Settlements();
    settlements.expect('a');
    expect(settlements.isExpected('a')).toBe(true);
    settlements.settle('a');
    expect(settlements.isExpected('a')).toBe(false);
    settlements.expect('a');
    expect(settlements.isExpected('a')).toBe(false);
  });

  it('remembers only the newest', async () => {
    const settlements = new Settlements();
    for (let n = 0; n < 1_100; n += 1) settlements.settle(String(n));
    expect(await settlements.whenSettled('1099', 0)).toBe(true);
    expect(await settlements.whenSettled('0', 0)).toBe(false);
  });
});
