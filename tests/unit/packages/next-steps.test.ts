import path from 'node:path';
import { nextSteps } from '../../../src/plugins/procedures/server/src/packages/next-steps';
import { readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';

type Node = Record<string, unknown> & { id: string; $type: string };

/** A model as moddle gives it, as far as the walk looks. */
function model(
  nodes: [type: string, id: string, name?: string][],
  flows: [from: string, to: string, name?: string][],
  inside: Record<string, string> = {},
) {
  const process: Node = { id: 'p', $type: 'bpmn:Process', flowElements: [] };
  const made = new Map<string, Node>();
  for (const [type, id, name] of nodes) made.set(id, { id, $type: `bpmn:${type}`, name, flowElements: [] });
  const place = (id: string, node: Node) => {
    const scope = made.get(inside[id] ?? '') ?? process;
    node.$parent = scope;
    (scope.flowElements as Node[]).push(node);
  };
  for (const [id, node] of made) place(id, node);
  flows.forEach(([from, to, name], index) => {
    place(from, {
      id: `f${index}`,
      $type: 'bpmn:SequenceFlow',
      name,
      sourceRef: made.get(from),
      targetRef: made.get(to),
    });
  });
  return { $type: 'bpmn:Definitions', rootElements: [process] } as never;
}

describe('what can follow an element', () => {
  it('is each branch with its question and answer; what machines do is passed over', () => {
    const drawn = model(
      [
        ['UserTask', 'a', 'Phân loại'],
        ['ServiceTask', 's', 'Gửi thư'],
        ['ExclusiveGateway', 'g', 'Đủ hồ sơ?'],
        ['UserTask', 'b', 'Bổ sung'],
        ['EndEvent', 'e', 'Kết thúc'],
      ],
      [
        ['a', 's'],
        ['s', 'g'],
        ['g', 'b', 'Chưa'],
        ['g', 'e'],
      ],
    );
    expect(nextSteps(drawn, 'a')).toEqual([
      { kind: 'task', id: 'b', title: 'Bổ sung', when: ['Đủ hồ sơ? Chưa'] },
      { kind: 'end', id: 'e', title: 'Kết thúc', when: ['Đủ hồ sơ? trường hợp khác'] },
    ]);
  });

  it('goes into a sub-process and out of it again, and round a loop once', () => {
    const drawn = model(
      [
        ['UserTask', 'a', 'Một'],
        ['SubProcess', 'sub', 'Xác minh'],
        ['StartEvent', 'start'],
        ['UserTask', 'b', 'Hai'],
        ['EndEvent', 'inner'],
        ['ExclusiveGateway', 'g'],
        ['IntermediateCatchEvent', 'w', 'Chờ trả lời'],
      ],
      [
        ['a', 'sub'],
        ['start', 'b'],
        ['b', 'inner'],
        ['sub', 'g'],
        ['g', 'a', 'lại'],
        ['g', 'w'],
      ],
      { start: 'sub', b: 'sub', inner: 'sub' },
    );
    expect(nextSteps(drawn, 'a').map((step) => step.id)).toEqual(['b']);
    expect(nextSteps(drawn, 'b').map((step) => [step.id, step.kind, step.when])).toEqual([
      ['a', 'task', ['lại']],
      ['w', 'wait', ['trường hợp khác']],
    ]);
    expect(nextSteps(drawn, 'unknown')).toEqual([]);
  });

  it('says nothing of a way that is always taken beside others', async () => {
    const { models } = await readPackageFolder(path.join(__dirname, '../../../bpmn/nguon-tin'));
    const main = models.get('nguon-tin.bpmn');
    const when = (id: string) => nextSteps(main?.definitions as never, 'phan_loai').find((one) => one.id === id)?.when;
    expect(when('chuyen_thuong')).toEqual(['Xử lý theo đường nào? thông thường']);
    expect(when('thong_bao_nguon')).toEqual(['phải thông báo nguồn']);
  });
});
