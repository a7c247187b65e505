// The functions that the editor offers are exactly those that the engine has, each with words in both languages.
import engine from '../../../src/plugins/procedures/server/src/packages/broker-feel/engine-functions.json';
import { readExpression } from '../../../src/plugins/procedures/server/src/packages/broker-feel/read-broker-feel';
import functions from '../../../src/plugins/procedures/shared/feel-functions.json';

test('no function of the engine is missing, and none is offered that it lacks', () => {
  expect(functions.map(({ name }) => name).sort()).toEqual([...engine.names, ...engine.processOnly].sort());
});

test.each(functions.map((one) => [one.name, one] as const))(
  '%s is told in both languages, and its example calls it',
  (name, one) => {
    expect(one.vi).toMatch(/\.$/);
    expect(one.en).toMatch(/\.$/);
    expect(one.gives).not.toBe('');
    expect(one.example.startsWith(`${name}(`)).toBe(true);
    expect(readExpression(one.example).readable).toBe(true);
  },
);
