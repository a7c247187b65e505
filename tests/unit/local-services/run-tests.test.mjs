import { sumOf } from '../../../src/local-services/run-tests.mjs';

const result = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  numRuntimeErrorTestSuites: 0,
};

test('passed and failed tests are added up, and a suite that does not run has failed', () => {
  expect(sumOf(result, 0, true)).toEqual({ passed: 3, failed: 0 });
  expect(sumOf({ ...result, numFailedTests: 2, numRuntimeErrorTestSuites: 1 }, 1, true)).toEqual({
    passed: 3,
    failed: 3,
  });
});

test('a skipped test, a project without a test and a run without a result have failed', () => {
  expect(sumOf({ ...result, numPendingTests: 1 }, 0, true)).toEqual({ passed: 3, failed: 1 });
  expect(sumOf({ ...result, numPassedTests: 0 }, 0, true)).toEqual({ passed: 0, failed: 1 });
  expect(sumOf(null, 1, true)).toEqual({ passed: 0, failed: 1 });
  expect(sumOf(result, 1, true)).toEqual({ passed: 3, failed: 1 });
});

test('in a part of a run the tests that were not asked for do not count', () => {
  expect(sumOf({ ...result, numPassedTests: 0, numPendingTests: 9 }, 0, false)).toEqual({ passed: 0, failed: 0 });
});
