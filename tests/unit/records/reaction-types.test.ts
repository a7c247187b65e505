import { refuseOtherValueTypes } from '../../../src/plugins/procedures/server/src/records/reaction-types';

const reaction = (name: string, ...valueTypes: string[]) => ({ name, valueTypes, react: async () => undefined });

test('a reaction to a type that may arrive out of order is refused', () => {
  expect(() => refuseOtherValueTypes([reaction('a', 'JOB', 'VARIABLE')])).toThrow('a: VARIABLE');
});

test('two reactions of one name are refused, for one would hide the effects of the other', () => {
  expect(() => refuseOtherValueTypes([reaction('a', 'JOB'), reaction('a', 'INCIDENT')])).toThrow('a');
});

test('reactions to what the fast exporter sends are possible', () => {
  expect(() => refuseOtherValueTypes([reaction('a', 'JOB'), reaction('b', 'MESSAGE')])).not.toThrow();
});
