// Open pages over HTTP: who is told of a change, and who is not; what is packed on its way.

import { follow, type LiveStream } from '../../support/live-stream';
import { as, runningApp, startExample } from '../../support/running-app';

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

  it('tells of a case when what its page shows has changed, and only those who may read it', async () => {
    const office = await as('van-phong@tam-thanh.example');
    const { caseId, taskId } = await startExample(office, 'Hồ sơ để theo dõi');
    const { task } = await office.get(`/procedures/tasks/${taskId}`);
    const [mine, otherUnit, otherTenant] = await Promise.all([
      streamOf('van-phong@tam-thanh.example'),
      streamOf('dieu-tra-vien@tam-thanh.example'),
      streamOf('van-phong@bach-dang.example'),
    ]);
    const heard = async (act: () => Promise<unknown>) => {
      mine.events.length = 0;
      await act();
      await mine.names('cases', caseId);
    };
    await heard(() => office.post(`/procedures/cases/${caseId}/notes`, { text: 'Đã hẹn', visibility: 'INTERNAL' }));
    await heard(() => office.post(`/procedures/tasks/${taskId}/claim`, { version: task.version }));
    await heard(async () => {
      const { status } = await office.upload(`/procedures/attachments?caseId=${caseId}`, 'a.txt', Buffer.from('abc'));
      expect(status).toBe(201);
    });

    // Reading changes nothing: what is heard next is of another case. What of the file is still on its way comes before.
    const before = await startExample(office, 'Hồ sơ đến trước');
    await mine.names('cases', before.caseId);
    mine.events.length = 0;
    await office.get(`/procedures/cases/${caseId}`);
    const next = await startExample(office, 'Hồ sơ khác');
    await mine.names('cases', next.caseId);
    expect(topicIds(mine)).not.toContain(caseId);
    const other = await startExample(await as('van-phong@bach-dang.example'), 'Việc của nơi khác');
    await otherTenant.names('cases', other.caseId);
    for (const stream of [otherUnit, otherTenant]) expect(topicIds(stream)).not.toContain(caseId);
  });

  it('carries ids and nothing else', async () => {
    const stream = await streamOf('van-phong@tam-thanh.example');
    const { taskId } = await startExample(await as('van-phong@tam-thanh.example'), 'Tên không được đi qua');
    await stream.names('tasks', taskId);
    for (const event of stream.events)
      expect(Object.keys(event).sort()).toEqual('ids' in event ? ['ids', 'topic'] : ['resync']);
  });
});

describe('what goes over a slow line', () => {
  const encodingOf = async (path: string, headers: Record<string, string> = {}) => {
    const abort = new AbortController();
    const answer = await fetch(`${runningApp().baseUrl}${path}`, {
      headers: { 'accept-encoding': 'gzip', ...headers },
      signal: abort.signal,
    });
    const found = [answer.status, answer.headers.get('content-encoding')];
    abort.abort();
    return found;
  };

  it('is packed, but never the stream, nor a page beside whose signed mark stands what somebody typed', async () => {
    const { token } = (await as('van-phong@tam-thanh.example')) as unknown as { token: string };
    const signed = { authorization: `Bearer ${token}` };
    expect(await encodingOf('/api/procedures/v1/openapi.json')).toEqual([200, 'gzip']);
    expect(await encodingOf('/procedures/events', signed)).toEqual([200, null]);
    expect(await encodingOf('/p/bach-dang/bao-tin/nguon-tin/TIEP_NHAN')).toEqual([200, null]);
    expect(await encodingOf('/procedures/me', signed)).toEqual([200, null]);
  });
});
