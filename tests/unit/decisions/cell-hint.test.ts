// What shows from a cell that does not hold, for somebody who has never written FEEL.
import { cellHint } from '../../../src/plugins/procedures/server/src/decisions/cell-hint';

const KNOWN = ['unit', 'nơi nhận'];

test.each([
  ['Tố giác', 'Tố giác'],
  ['TO_GIAC', null],
  ['"A", B', 'B'],
  ['not(rất nghiêm trọng)', 'x'],
])('%s is a text without its quotation marks', (cell, value) => {
  expect(cellHint(cell, value, KNOWN)).toBe('QUOTES');
});

test.each([
  ['< 10', '12'],
  ['[1..5]', '3'],
  ['"5"', 5],
  ['true', 'true'],
  ['"true", "false"', true],
])('%s never holds for %j, which is of another kind', (cell, value) => {
  expect(cellHint(cell, value, KNOWN)).toBe('KIND');
});

test.each([
  ['"A"', 'B'],
  ['< 10', 12],
  ['unit', 'VP'],
  ['nơi nhận', 'VP'],
  ['true', null],
  ['< 10', null],
  ['null', 'a'],
  ['true', false],
  ['not("A", "B")', 'A'],
  ['> quantity', 3],
  ['"5", 5', true],
  ['date("2026-01-01")', '2026-01-02'],
])('of %s for %j nothing is said: it is plain, or not to be told from here', (cell, value) => {
  expect(cellHint(cell, value, KNOWN)).toBeNull();
});
