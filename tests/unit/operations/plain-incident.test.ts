// What an incident means, in plain words, and why a value is missing.
import { plainIncident } from '../../../src/plugins/procedures/server/src/operations/plain-incident';

const MESSAGE = `Expected result of the expression '[unit]' to be 'ARRAY' containing 'STRING' items, but was 'ARRAY' containing at least one non-'STRING' item. The evaluation reported the following warnings:
[NO_VARIABLE_FOUND] No variable found with name 'unit'`;

test('an expression without a value tells which name is missing, then what to do', () => {
  const told = plainIncident('EXTRACT_VALUE_ERROR', MESSAGE);
  expect(told?.vi).toMatch(/^Không có biến unit ở bước này\. .*bấm Thử lại\.$/);
  expect(told?.en).toMatch(/^No variable unit exists at this step\. .*then retry\.$/);
});

test('without notices of the engine it is what the kind means; a kind that nobody knows has no words', () => {
  expect(plainIncident('CONDITION_ERROR', 'Expected at least one condition to evaluate to true')?.vi).toMatch(
    /^Không nhánh/,
  );
  expect(plainIncident('NEVER_HEARD_OF', MESSAGE)).toBeNull();
});
