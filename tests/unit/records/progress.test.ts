import { MARKER_MESSAGE, Progress } from '../../../src/plugins/procedures/server/src/records/progress';
import { ENGINE, record } from './record';

const never = new AbortController().signal;
const marker = (position: number, messageId: string) =>
  record('MESSAGE', 'PUBLISHED', position, { name: MARKER_MESSAGE, messageId });

test('only records that reactions read wake them', () => {
  const progress = new Progress(ENGINE);
  expect(progress.recordsCommitted([record('VARIABLE', 'CREATED', 4, {})])).toEqual(new Set());
  expect(progress.recordsCommitted([record('JOB', 'CREATED', 5, {})])).toEqual(new Set([1]));
  expect(progress.partitions()).toEqual([{ partitionId: 1, lastPosition: '5', cursor: '0' }]);
});

test('records of another engine move nothing', () => {
  const progress = new Progress(ENGINE);
  progress.recordsCommitted([{ ...record('JOB', 'CREATED', 5, {}), engineId: 'another' }]);
  expect(progress.partitions()).toEqual([]);
});

test('a wait for a position ends when the cursor passes it, and not before', async () => {
  const progress = new Progress(ENGINE);
  const passed: string[] = [];
  const waiting = progress.waitForCursor(1, '10', never).then((ok) => passed.push(`10:${ok}`));
  progress.cursorMoved(1, '9');
  progress.cursorMoved(2, '50');
  await Promise.resolve();
  expect(passed).toEqual([]);
  progress.cursorMoved(1, '12');
  await waiting;
  expect(passed).toEqual(['10:true']);
  expect(await progress.waitForCursor(1, '11', never)).toBe(true);
});

test('a wait that is given up says so', async () => {
  const progress = new Progress(ENGINE);
  const giveUp = new AbortController();
  const cursor = progress.waitForCursor(1, '10', giveUp.signal);
  const seen = progress.waitForMarker('m', giveUp.signal);
  giveUp.abort();
  expect([await cursor, await seen]).toEqual([false, undefined]);
});

test('a marker is known by its message id, wherever it comes in', async () => {
  const progress = new Progress(ENGINE);
  const seen = progress.waitForMarker('mine', never);
  progress.recordsCommitted([marker(7, 'other'), { ...marker(8, 'mine'), partitionId: 3 }]);
  expect(await seen).toEqual({ partitionId: 3, position: '8' });
});
