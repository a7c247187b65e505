import { expectNode } from '../../../src/local-services/check-node.mjs';

test.each(['18.20.0', '20.18.3', '21.7.0', '22.11.0'])('Node %s is refused', (version) => {
  expect(() => expectNode(version)).toThrow('Expected Node.js 20.19 or newer');
});

test.each(['20.19.0', '20.20.2', '22.12.0', '24.0.0'])('Node %s is accepted', (version) => {
  expect(() => expectNode(version)).not.toThrow();
});
