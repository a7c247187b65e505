import { termsBegunBy } from '../../../src/plugins/procedures/server/src/packages/terms-begun-by';
import type { Manifest } from '../../../src/plugins/procedures/server/src/packages/types';

const rule = (id: string, event: string, anchor: string) => ({ id, start: [{ event, anchor }] });
const manifest = {
  clockRules: [
    rule('STARTED', 'SENT', 'event'),
    rule('COUNTED', 'ANSWERED', 'event:SENT,RECEIVED'),
    rule('OTHER', 'RECEIVED', 'event'),
    rule('LIKE', 'SENT_AGAIN', 'event:SENT_AGAIN'),
  ],
} as unknown as Manifest;

describe('the terms that an event begins', () => {
  it.each([
    ['SENT', ['STARTED', 'COUNTED']],
    ['RECEIVED', ['COUNTED', 'OTHER']],
    ['ANSWERED', ['COUNTED']],
    ['SENT_AGAIN', ['LIKE']],
    ['NOTHING', []],
  ])('of %s are %j', (code, ids) => {
    expect(termsBegunBy(manifest, code).map(({ id }) => id)).toEqual(ids);
  });
});
