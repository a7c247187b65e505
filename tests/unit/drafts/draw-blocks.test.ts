// Every building block that the package offers, drawn as the modeler draws it, completed as the draft does and checked.
import fs from 'node:fs';
import path from 'node:path';
import { completePackage } from '../../../src/plugins/procedures/server/src/drafts/complete-package';
import { callingSteps } from '../../../src/plugins/procedures/server/src/packages/calling-steps';
import { checkPackage } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { readPackage } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { rewritePackage } from '../../../src/plugins/procedures/server/src/packages/rewrite-package';
import type { Block } from '../../../src/plugins/procedures/shared/blocks-contract';
import { aCalledProcess, blockValues } from '../../support/block-values';
import { drawBlock } from '../../support/draw-block';
import { exampleFiles } from '../packages/example-package';

const file = path.resolve('bpmn/nguon-tin/blocks.json');
const { blocks } = JSON.parse(fs.readFileSync(file, 'utf8')) as { blocks: Block[] };
const groups = [{ id: 'VP/lanh-dao', title: 'Lãnh đạo Văn phòng' }];
const example = () => exampleFiles({ 'vi-du.bpmn': aCalledProcess, 'blocks.json': JSON.stringify({ blocks }) });

async function drawn(block: Block, values: Record<string, string> = {}) {
  const made = await drawBlock(example(), 'vi-du.bpmn', block, {
    after: 'xu_ly',
    values: { ...blockValues(block), ...values },
  });
  const read = await readPackage(await completePackage(made.files, groups));
  return { read, ids: made.ids, found: await checkPackage(read) };
}
const blockOf = (id: string) => blocks.find((one) => one.id === id) as Block;

it('offers all that the office asked for', () => {
  expect(blocks.map((one) => one.id)).toEqual([
    'giao-viec',
    'phe-duyet',
    'chuyen-ho-so',
    'thong-bao',
    'thong-bao-tu-dong',
    'lap-bien-ban',
    'cho-phan-hoi',
    'han-phap-ly',
    'goi-quy-trinh',
    'http',
  ]);
});

it.each(blocks.map((block) => [block.id, block] as const))(
  'the block %s passes the check once drawn',
  async (_id, block) => {
    const { found, ids } = await drawn(block);
    expect(found.filter((one) => one.severity === 'error' || ids.includes(one.element ?? ''))).toEqual([]);
  },
);

it('an automatic notice brings the group that it tells into the manifest', async () => {
  const { read } = await drawn(blockOf('thong-bao-tu-dong'), { to: 'VP/lanh-dao', text: 'Có {quantity} người' });
  expect(read.manifest.candidateGroups.map((one) => one.id)).toContain('VP/lanh-dao');
});

it('a notice that names what is no variable is refused at its step', async () => {
  const { found } = await drawn(blockOf('thong-bao-tu-dong'), { name: 'Báo tin', text: 'Họ tên: {fullName}' });
  expect(found.map(({ code, element }) => [code, element])).toContainEqual(['service-task-variable', 'bao_tin']);
});

it('an HTTP step brings variables for what it takes from the answer, kept with the facts of the case', async () => {
  const { read } = await drawn(blockOf('http'));
  expect(read.manifest.variables).toContainEqual({
    name: 'phong',
    type: 'string',
    from: '=facts.phong',
    title: { vi: 'Phòng trống', en: 'Phòng trống' },
  });
  expect(callingSteps(read)).toMatchObject([{ task: { connection: 'phong-hop', method: 'POST', path: '/tim' } }]);
});

it('an HTTP step without a connection, or with an address of its own, is refused', async () => {
  expect((await drawn(blockOf('http'), { connection: '' })).found).toMatchObject([{ code: 'service-task-connection' }]);
  for (const at of ['//other.example/', 'https://other.example/', '/a/../../b', 'no-slash'])
    expect((await drawn(blockOf('http'), { path: at })).found.map((one) => one.code)).toContain('service-task-path');
});

it('a call is bound to the version that calls, with what goes in and comes back by name', async () => {
  const { read } = await drawn(blockOf('goi-quy-trinh'), { in: 'quantity', out: 'quantity' });
  const { resources } = await rewritePackage(read, { tenantId: 'north' });
  const xml = resources.find((one) => one.name.endsWith('.bpmn'))?.content.toString('utf8') ?? '';
  const called = /<zeebe:calledElement [^>]*>/.exec(xml)?.[0] ?? '';
  expect(called).toMatch(/ processId="[^"]*con[^"]*__v1_0_0"/);
  expect(called).toContain('propagateAllParentVariables="false"');
  expect(xml).toContain('<zeebe:input source="=quantity" target="quantity" />');
  expect(xml).toContain('<zeebe:output source="=quantity" target="quantity" />');
});
