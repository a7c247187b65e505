// A decision file of three: a table that needs another table, and an expression of its result.
import { dmn } from '../packages/bpmn-text';

export const rule = (id: string, about: string, cells: string[], outputs: string[]): string => {
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  const entry = (kind: string, at: number, text: string) =>
    `<${kind}Entry id="${id}_${kind}_${at}"><text>${escaped(text)}</text></${kind}Entry>`;
  return `<rule id="${id}"><description>${about}</description>${cells
    .map((text, at) => entry('input', at, text))
    .join('')}${outputs.map((text, at) => entry('output', at, text)).join('')}</rule>`;
};

export const table = (
  id: string,
  name: string,
  { policy = 'FIRST', inputs = [] as [string, string][], outputs = [] as string[], rules = '', needs = '' },
): string =>
  `<decision id="${id}" name="${name}">${
    needs ? `<informationRequirement id="${id}_can"><requiredDecision href="#${needs}" /></informationRequirement>` : ''
  }<decisionTable id="${id}_bang" hitPolicy="${policy}">${inputs
    .map(
      ([label, text], at) =>
        `<input id="${id}_vao_${at}" label="${label}"><inputExpression id="${id}_bt_${at}" typeRef="string"><text>${text}</text></inputExpression></input>`,
    )
    .join('')}${outputs
    .map((output, at) => `<output id="${id}_ra_${at}" label="${output}" name="${output}" typeRef="string" />`)
    .join('')}${rules}</decisionTable></decision>`;

export const SMALL = dmn(
  table('muc', 'Mức phòng', {
    inputs: [['Số người', 'quantity']],
    outputs: ['muc'],
    rules: rule('it', 'Ít người', ['< 10'], ['"nhỏ"']) + rule('nhieu', 'Nhiều người', ['>= 10'], ['"lớn"']),
  }) +
    table('ket_qua', 'Xếp phòng', {
      inputs: [
        ['Mức', 'muc'],
        ['Nơi nhận', 'unit'],
      ],
      outputs: ['phong', 'ai'],
      needs: 'muc',
      rules:
        rule('mot', 'Phòng lớn của văn phòng', ['"lớn"', '"VP"'], ['"A"', '"trực"']) +
        rule('hai', 'Phòng nhỏ', ['"nhỏ"', '-'], ['"B"', 'unit']) +
        rule('ba', 'Viết thiếu ngoặc', ['lớn', '"KT"'], ['"C"', '"trực"']),
    }),
  'xep_phong',
);
