import { chooseVersion } from '../../../src/plugins/procedures/server/src/docx/choose-version';

const version = (number: number, effectiveFrom: string, effectiveTo: string | null = null) => ({
  version: number,
  effectiveFrom,
  effectiveTo,
});
const chosen = (day: string, ...versions: ReturnType<typeof version>[]) =>
  chooseVersion(versions, day)?.version ?? null;

describe('the version of a template in force', () => {
  const own = version(0, '2026-01-01');
  it('is the one that took effect last, on its first day too', () => {
    const later = version(1, '2026-12-01');
    expect(chosen('2026-11-30', own, later)).toBe(0);
    expect(chosen('2026-12-01', own, later)).toBe(1);
  });
  it('is the one before again after the last day of one that ends', () => {
    const short = version(1, '2026-06-01', '2026-06-30');
    expect(chosen('2026-06-30', own, short)).toBe(1);
    expect(chosen('2026-07-01', own, short)).toBe(0);
  });
  it('is the later of two for one day, and the tenant’s before the package’s', () => {
    expect(chosen('2026-03-01', own, version(1, '2026-01-01'), version(2, '2026-01-01'))).toBe(2);
  });
  it('is none before the first', () => {
    expect(chosen('2025-12-31', own)).toBeNull();
  });
});
