import { lastDigest, quietUntil } from '../../../src/plugins/procedures/server/src/notices/quiet-hours';

const ZONE = 'Asia/Ho_Chi_Minh';
const at = (text: string) => new Date(`${text}:00+07:00`);
const NIGHT = { from: '21:00', to: '06:30' };

describe('quiet hours', () => {
  it.each([
    ['2026-11-23T20:59', null],
    ['2026-11-23T21:00', '2026-11-24T06:30'],
    ['2026-11-23T23:59', '2026-11-24T06:30'],
    ['2026-11-24T00:00', '2026-11-24T06:30'],
    ['2026-11-24T06:29', '2026-11-24T06:30'],
    ['2026-11-24T06:30', null],
  ])('over midnight: %s waits until %s', (now, until) => {
    expect(quietUntil(at(now), NIGHT, ZONE)).toEqual(until && at(until));
  });

  it('within one day, and none at all', () => {
    const noon = { from: '11:30', to: '13:30' };
    expect(quietUntil(at('2026-11-23T12:00'), noon, ZONE)).toEqual(at('2026-11-23T13:30'));
    expect(quietUntil(at('2026-11-23T13:30'), noon, ZONE)).toBeNull();
    expect(quietUntil(at('2026-11-23T23:00'), null, ZONE)).toBeNull();
  });
});

it('the last moment of a digest is of today, or of yesterday before the first', () => {
  expect(lastDigest(at('2026-11-23T13:00'), ['07:00', '13:00'], ZONE)).toEqual(at('2026-11-23T13:00'));
  expect(lastDigest(at('2026-11-23T06:59'), ['07:00', '13:00'], ZONE)).toEqual(at('2026-11-22T13:00'));
});
