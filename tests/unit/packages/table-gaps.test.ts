import path from 'node:path';
import { checkPackage } from '../../../src/plugins/procedures/server/src/packages/check-package';
import { readPackage, readPackageFolder } from '../../../src/plugins/procedures/server/src/packages/read-package';
import { findGaps } from '../../../src/plugins/procedures/shared/table-gaps';
import { exampleFiles } from './example-package';

const table = (hitPolicy: string, types: string[], rules: string[][], allowed = '') => ({
  decision: 'd',
  name: 'Bảng',
  hitPolicy,
  inputs: types.map((type, at) => ({ words: `cột ${at + 1}`, expression: `x${at}`, type, allowed })),
  rules,
});
const said = (...given: Parameters<typeof table>) =>
  findGaps(table(...given)).map(({ kind, rules, example }) => [kind, rules, example.vi]);

describe('a decision table', () => {
  it('without a hole or an overlap has nothing said of it', () => {
    expect(said('UNIQUE', ['number'], [['< 10'], ['[10..20]'], ['> 20']])).toEqual([]);
    expect(
      said(
        'UNIQUE',
        ['boolean', 'string'],
        [
          ['true', '-'],
          ['false', '"a"'],
          ['false', 'not("a")'],
        ],
      ),
    ).toEqual([]);
  });

  it('has a hole where no row holds', () => {
    expect(said('UNIQUE', ['number'], [['< 10'], ['> 10']])).toEqual([['hole', [], 'cột 1 = 10']]);
    expect(said('FIRST', ['string'], [['"a"'], ['"b"']])).toEqual([['hole', [], 'cột 1 = (khác)']]);
  });

  it('has a hole between two ranges', () => {
    expect(said('UNIQUE', ['number'], [['<= 1'], ['>= 2']])).toEqual([['hole', [], 'cột 1 = 1.5']]);
  });

  it('has an overlap where two rows hold and only one may', () => {
    const rules = [['<= 10'], ['>= 10']];
    expect(said('UNIQUE', ['number'], rules)).toEqual([['overlap', [1, 2], 'cột 1 = 10']]);
    expect(said('FIRST', ['number'], rules)).toEqual([]);
  });

  it.each(['COLLECT', 'RULE ORDER', 'OUTPUT ORDER'])('that answers with a list may be silent: %s', (hitPolicy) =>
    expect(said(hitPolicy, ['boolean'], [['true']])).toEqual([]),
  );

  it('is tried with the values that can come, where its author lists them', () => {
    expect(said('FIRST', ['string'], [['"a"'], ['"b"']], '"a", "b"')).toEqual([]);
    expect(said('FIRST', ['string'], [['"a"'], ['"b"']], '"a", "b", "c"')).toEqual([['hole', [], 'cột 1 = c']]);
  });

  it('keeps a comma inside a text as it is', () => {
    expect(said('UNIQUE', ['string'], [['"a, b", "c"'], ['not("a, b", "c")']])).toEqual([]);
  });

  it('with a cell that cannot be read by itself has nothing said of it, rather than something wrong', () => {
    expect(said('UNIQUE', ['number'], [['< x + 1']])).toEqual([]);
    expect(said('UNIQUE', ['string'], [['list contains(a, "b")']])).toEqual([]);
  });

  it('with more combinations than can be tried has nothing said of it', () => {
    const rule = Array.from({ length: 20 }, () => 'true');
    expect(
      said(
        'UNIQUE',
        rule.map(() => 'boolean'),
        [rule],
      ),
    ).toEqual([]);
  });

  it('says at most five things', () => {
    const rules = Array.from({ length: 30 }, (_one, at) => [`"v${at}"`, 'true']);
    expect(said('UNIQUE', ['string', 'boolean'], rules)).toHaveLength(5);
  });
});

describe('the check of a package', () => {
  const dmn = (hitPolicy: string, cell: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="bang" name="Bảng" namespace="http://example.org/bang">
  <decision id="chon_phong" name="Chọn phòng">
    <decisionTable id="chon_phong_bang" hitPolicy="${hitPolicy}">
      <input id="c1" label="Số người"><inputExpression id="e1" typeRef="number"><text>quantity</text></inputExpression></input>
      <output id="o1" name="room" typeRef="string" />
      <rule id="r1"><inputEntry id="i1"><text>&lt; 10</text></inputEntry><outputEntry id="q1"><text>"P1"</text></outputEntry></rule>
      <rule id="r2"><inputEntry id="i2"><text>${cell}</text></inputEntry><outputEntry id="q2"><text>"P2"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>`;
  const calling = (xml: string) =>
    xml.replace(
      '<bpmn:endEvent',
      '<bpmn:businessRuleTask id="xep_phong" name="Xếp phòng"><bpmn:extensionElements><zeebe:calledDecision decisionId="chon_phong" resultVariable="room" /></bpmn:extensionElements></bpmn:businessRuleTask><bpmn:endEvent',
    );
  const found = async (table: string, isCalled: boolean) =>
    (
      await checkPackage(
        await readPackage(exampleFiles({ 'bang.dmn': table, ...(isCalled ? { 'vi-du.bpmn': calling } : {}) })),
      )
    ).filter((one) => one.code.startsWith('table-'));

  it('refuses a hole in a table that a process calls, with its place and the words of the editor', async () => {
    const [hole, ...more] = await found(dmn('UNIQUE', '&gt; 10'), true);
    expect(more).toEqual([]);
    expect(hole).toMatchObject({ severity: 'error', code: 'table-hole', file: 'bang.dmn', element: 'chon_phong' });
    expect(hole.vi).toMatch(/^Chọn phòng: không dòng nào đúng khi Số người = 10\. Bước "Xếp phòng" cần kết quả/);
    expect(hole.en).toMatch(/^Chọn phòng: no row holds when Số người = 10\. Step "Xếp phòng" needs/);
  });

  it('refuses two answers where one may be, and nothing else', async () => {
    const overlapping = dmn('UNIQUE', '&gt;= 5');
    expect((await found(overlapping, true)).map((one) => [one.severity, one.code])).toEqual([
      ['error', 'table-overlap'],
    ]);
    expect(await found(dmn('FIRST', '&gt;= 5'), true)).toEqual([]);
    expect(await found(dmn('UNIQUE', '&gt;= 10'), true)).toEqual([]);
  });

  it('only warns of a table that no process calls, and says nothing of one that collects', async () => {
    expect((await found(dmn('UNIQUE', '&gt; 10'), false)).map((one) => one.severity)).toEqual(['warning']);
    expect(await found(dmn('COLLECT', '&gt; 10'), true)).toEqual([]);
  });

  it.each(['nguon-tin', 'tham-tra', 'vi-du'])('has nothing to say of the tables of %s', async (name) => {
    const findings = await checkPackage(await readPackageFolder(path.resolve('bpmn', name)));
    expect(findings.filter((one) => one.code.startsWith('table-'))).toEqual([]);
  });
});
