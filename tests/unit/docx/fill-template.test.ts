import { dataOfBlank, dataOfCase, dataOfSample } from '../../../src/plugins/procedures/server/src/docx/document-data';
import { fillTemplate } from '../../../src/plugins/procedures/server/src/docx/template-engine';
import { aDocx, textOf } from './a-docx';

const VALUES = {
  place: { from: '=letterhead.place', onBlank: true },
  number: { from: '=document.number', empty: '……/……' },
  day: { from: '=document.day', as: 'date' as const },
  at: { from: '=record.at', as: 'datetime' as const },
  kind: { from: '=record.kind', words: 'record.kind' },
  text: { from: '=record.text', lines: 2 },
  secret: { from: '=record.secret', as: 'flag' as const },
  people: { each: '=record.people', blankRows: 2, fields: { no: '=index', name: '=item.name' } },
};
const TEMPLATE = aDocx([
  '{place}, {day}. Số: {number}',
  '{at} {kind}',
  '{text}',
  '{#secret}mật{/secret}',
  '{#people}',
  '{no}. {name}',
  '{/people}',
]);
const WRITING = {
  timeZone: 'Asia/Ho_Chi_Minh',
  label: (field: string, value: unknown) => (field === 'record.kind' && value === 'TIN_BAO' ? 'Tin báo' : null),
};
const filled = (data: ReturnType<typeof dataOfCase>) => textOf(fillTemplate(TEMPLATE, data, '……'));
const context = (record: Record<string, unknown>) => ({
  record,
  letterhead: { place: 'Bạch Đằng' },
  document: { number: '07/TB-CAP', day: '2026-02-05' },
});

describe('filling a template', () => {
  it('writes dates, choices, lists and lines as an office does', () => {
    const record = {
      at: '2026-11-22T07:05:00.000Z',
      kind: 'TIN_BAO',
      text: 'Dòng một\nDòng hai & <b>ba</b>',
      secret: true,
      people: [{ name: 'Nguyễn Thị Ví Dụ' }, { name: 'Trần Văn Mẫu' }],
    };
    expect(filled(dataOfCase(VALUES, context(record), WRITING))).toEqual([
      'Bạch Đằng, ngày 05 tháng 02 năm 2026. Số: 07/TB-CAP',
      '14 giờ 05 phút, ngày 22 tháng 11 năm 2026 Tin báo',
      'Dòng một|Dòng hai &amp; &lt;b&gt;ba&lt;/b&gt;',
      'mật',
      '1. Nguyễn Thị Ví Dụ',
      '2. Trần Văn Mẫu',
    ]);
  });

  it('leaves a dotted line where nothing is known, never "undefined" or "null"', () => {
    const texts = filled(dataOfCase(VALUES, { record: {}, letterhead: {}, document: {} }, WRITING)).join('\n');
    expect(texts).not.toMatch(/undefined|null|\[object|NaN|\{|\}/);
    expect(texts).toContain('Số: ……/……');
    expect(texts).toContain('…… giờ …… phút, ngày …… tháng …… năm ………');
    expect(texts).toContain('……………………. ……………………');
  });

  it('does not take the name of somebody from outside the list for a row without one', () => {
    const values = { name: '=record.name', people: VALUES.people };
    const docx = aDocx(['{name}', '{#people}', '{no}. {name}', '{/people}']);
    const data = dataOfCase(values, { record: { name: 'NGƯỜI KHÁC', people: [{ name: null }] } }, WRITING);
    expect(textOf(fillTemplate(docx, data, '……'))).toEqual(['NGƯỜI KHÁC', '1. ……………………']);
  });

  it('makes a form for paper: letterhead filled, the rest dotted, rows to write in', () => {
    const texts = filled(dataOfBlank(VALUES, context({ text: 'không được in' }), WRITING));
    expect(texts[0]).toBe('Bạch Đằng, ngày …… tháng …… năm ………. Số: ……/……');
    expect(texts.filter((text) => text.startsWith('……………………. '))).toHaveLength(2);
    expect(texts.join()).not.toContain('không được in');
  });

  it('shows every value by sample or name when it is looked at', () => {
    expect(filled(dataOfSample(VALUES, context({}), WRITING)).join(' ')).toContain('[kind]');
  });

  it('drops characters that Word could not open', () => {
    const data = dataOfCase(VALUES, context({ text: 'a\u0000b\u000bc' }), WRITING);
    expect(data.text).toBe('abc');
  });

  it('runs nothing that a value says', () => {
    const data = dataOfCase(VALUES, context({ text: '{#people}{constructor}{/people}' }), WRITING);
    expect(filled(data)[2]).toBe('{#people}{constructor}{/people}');
  });
});
