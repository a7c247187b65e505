// Owns the rules about building blocks: the file fits its schema, no id is there twice, and a block speaks only of its own
// fields.
import type { Block } from '../../../../shared/blocks-contract';
import { BLOCKS_FILE } from '../read-blocks';
import { schemaProblems } from '../schema-problems';
import type { Finding } from '../types';
import { type Reporter, reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkBlocks(index: PackageIndex, findings: Finding[]): void {
  const file = index.pkg.files.find((one) => one.path === BLOCKS_FILE);
  if (!file) return;
  const report = reporterOf(findings, BLOCKS_FILE);
  const value = parsed(file.content.toString('utf8'), report);
  if (value === undefined) return;
  const problems = schemaProblems('blocks', value);
  for (const { place, message } of problems) {
    report.error({
      code: 'schema',
      element: place,
      vi: `Tại ${place} phải theo lược đồ của khối dựng sẵn, nhưng: ${message}.`,
      en: `Expected ${place} to fit the schema of building blocks, but: ${message}.`,
    });
  }
  if (problems.length > 0) return;
  const { blocks } = value as { blocks: Block[] };
  for (const block of blocks) checkBlock(block, blocks, report);
}

function parsed(text: string, report: Reporter): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report.error({
      code: 'block-unreadable',
      element: null,
      vi: `Tệp ${BLOCKS_FILE} phải là JSON đúng cú pháp, nhưng: ${reason}.`,
      en: `Expected ${BLOCKS_FILE} to be well-formed JSON, but: ${reason}.`,
    });
    return undefined;
  }
}

function checkBlock(block: Block, blocks: readonly Block[], report: Reporter): void {
  if (blocks.find((one) => one.id === block.id) !== block) {
    report.error({
      code: 'block-twice',
      element: block.id,
      vi: `Khối dựng sẵn "${block.id}" có hai lần. Hãy đổi tên một khối.`,
      en: `Expected building block "${block.id}" once, but it is there twice. Rename one.`,
    });
  }
  const known = new Set(block.fields.map((field) => field.id));
  for (const name of namesIn(block)) {
    if (known.has(name)) continue;
    report.error({
      code: 'block-field-unknown',
      element: block.id,
      vi: `Khối dựng sẵn "${block.id}" nhắc tới ô "{${name}}", nhưng không có ô này.`,
      en: `Expected a field "${name}", which building block "${block.id}" names, but it has none.`,
    });
  }
  for (const { type, job } of block.elements) {
    if ((type === 'serviceTask') === (job !== undefined)) continue;
    report.error({
      code: 'block-job',
      element: block.id,
      vi: `Trong khối "${block.id}", bước tự động phải có loại việc (job), bước khác thì không.`,
      en: `Expected a job type at every service task of block "${block.id}", and at nothing else.`,
    });
  }
  const isAttached = block.elements[0]?.type === 'boundaryMessage';
  if (isAttached === (block.place === 'attached')) return;
  report.error({
    code: 'block-place',
    element: block.id,
    vi: `Khối "${block.id}" gắn trên một bước phải bắt đầu bằng sự kiện biên, khối nối sau một bước thì không.`,
    en: `Expected block "${block.id}" to begin with a boundary event when, and only when, it is attached to a step.`,
  });
}

/** The fields that the texts of the elements speak of. */
function namesIn(block: Block): string[] {
  const texts = [
    ...block.elements.flatMap(({ name, groups, message, process, inputs, outputs, properties, headers }) => [
      name,
      groups,
      message,
      process,
      inputs,
      outputs,
      ...Object.values(properties ?? {}),
      ...Object.values(headers ?? {}),
    ]),
    ...Object.values(block.host ?? {}),
  ];
  return texts.flatMap((text) => [...(text ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''));
}
