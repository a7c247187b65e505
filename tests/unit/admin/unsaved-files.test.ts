import { isUnsaved, remember, takeInHand } from '../../../src/plugins/procedures/admin/src/pages/packages/unsavedFiles';

const PLACE = 'someone draft model.bpmn';
const ELSEWHERE = 'someone draft table.dmn';

test('a file that was changed is found as it was left, until it is saved', () => {
  const file = takeInHand(PLACE);
  Object.assign(file, { revision: 3, text: 'as read', saved: 'as read' });
  remember(PLACE, file);
  expect(takeInHand(PLACE)).not.toBe(file);

  file.text = 'as typed';
  remember(PLACE, file);
  expect(isUnsaved(file)).toBe(true);
  expect(takeInHand(PLACE)).toBe(file);
  expect(takeInHand(ELSEWHERE)).not.toBe(file);

  file.saved = 'as typed';
  remember(PLACE, file);
  expect(takeInHand(PLACE)).not.toBe(file);
  expect(isUnsaved(takeInHand(PLACE))).toBe(false);
});
