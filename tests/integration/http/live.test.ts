// Open pages over HTTP: who is told of a change, and who is not.

import { follow, type LiveStream } from '../../support/live-stream';
import { as, startExample } from '../../support/running-app';

const streams: LiveStream[] = [];
const streamOf = async (email: string) => {
  const client = (await as(email)) as unknown as { token: string };
  const stream = follow(client.token);
  streams.push(stream);
  await stream.opened;
  return stream;
};
const topicIds = (stream: LiveStream) => stream.events.flatMap((event) => ('ids' in event ? event.ids : []));

afterAll(() => {
  for (const stream of streams) stream.close();
});

describe('the stream of an open page', () => {
  it('tells of a task that opens, is claimed and is given back, and tells no other unit or tenant', async () => {
    const office = await as('van-phong@tam-thanh.example');
    const [mine, otherUnit, otherTenant] = await Promise.all([
      streamOf('van-phong@tam-thanh.example'),
      streamOf('dieu-tra-vien@tam-thanh.example'),
      streamOf('van-phong@bach-dang.example'),
    ]);
    const { taskId } = await startExample(office, 'Việc để nghe');
    await mine.names('tasks', taskId);

    const { task } = await office.get(`/procedures/tasks/${taskId}`);
    mine.events.length = 0;
    const claimed = await office.post(`/procedures/tasks/${taskId}/claim`, { version: task.version });
    await mine.names('tasks', taskId);
    mine.events.length = 0;
    await office.post(`/procedures/tasks/${taskId}/release`, { version: claimed.task.version, reason: 'Đi họp' });
    await mine.names('tasks', taskId);

    // A change that the others do hear of comes later than what they must not have heard.
    const other = await startExample(await as('van-phong@bach-dang.example'), 'Việc của nơi khác');
    await otherTenant.names('tasks', other.taskId);
    expect(topicIds(otherTenant)).not.toContain(taskId);
    expect(topicIds(otherUnit)).not.toContain(taskId);
    expect(topicIds(mine)).not.toContain(other.taskId);
  });

  it('carries ids and nothing else', async () => {
    const stream = await streamOf('van-phong@tam-thanh.example');
    const { taskId } = await startExample(await as('van-phong@tam-thanh.example'), 'Tên không được đi qua');
    await stream.names('tasks', taskId);
    for (const event of stream.events)
      expect(Object.keys(event).sort()).toEqual('ids' in event ? ['ids', 'topic'] : ['resync']);
  });
});
