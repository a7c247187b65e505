// Every way we know to leave the law's words in a package and take away what they keep, tried on the main procedure; and
// beside them what a ward may well do.
import path from 'node:path';
import {
  findGuardrailProblems,
  problemsByLaw,
} from '../../../src/plugins/procedures/server/src/packages/guardrails/find-guardrail-problems';
import {
  type ReadPackage,
  readPackage,
  readPackageFolder,
} from '../../../src/plugins/procedures/server/src/packages/read-package';
import type { Manifest } from '../../../src/plugins/procedures/server/src/packages/types';

const MODEL = 'nguon-tin.bpmn';
let base: ReadPackage;
beforeAll(async () => {
  base = await readPackageFolder(path.join(__dirname, '../../../bpmn/nguon-tin'));
}, 60_000);

type Change = (text: string) => string;
const after = async (changes: Record<string, Change>): Promise<ReadPackage> => {
  const files = new Map(base.files.map((file) => [file.path, file.content]));
  for (const [name, change] of Object.entries(changes)) {
    const text = files.get(name)?.toString('utf8') ?? '';
    const next = change(text);
    if (next === text) throw new Error(`Expected ${name} to change`);
    files.set(name, Buffer.from(next));
  }
  return readPackage(files);
};
const found = async (changes: Record<string, Change>) =>
  findGuardrailProblems(base, await after(changes)).map((one) => `${one.code} ${one.element}`);

const json =
  <T>(change: (content: T) => unknown): Change =>
  (text) => {
    const content = JSON.parse(text) as T;
    change(content);
    return JSON.stringify(content);
  };
const model = (change: Change) => ({ [MODEL]: change });
const manifest = (change: (content: Manifest) => unknown) => ({ 'manifest.json': json(change) });
const retarget =
  (flow: string, to: string): Change =>
  (xml) =>
    xml.replace(new RegExp(`(<bpmn:sequenceFlow id="${flow}"[^>]*targetRef=")[^"]*`), `$1${to}`);
/** Put in at the end of a scope: the process itself, or a sub-process. */
const inScope =
  (scope: string, what: string): Change =>
  (xml) => {
    const at = xml.indexOf(`id="${scope}"`);
    const tag = /^(nguon-tin|tham-tra)$/.test(scope) ? '</bpmn:process>' : '</bpmn:subProcess>';
    const end = xml.indexOf(tag, at);
    return xml.slice(0, end) + what + xml.slice(end);
  };
const inside =
  (element: string, what: string): Change =>
  (xml) => {
    const at = xml.indexOf('>', xml.indexOf(`id="${element}"`)) + 1;
    const rest = xml.slice(at);
    const behind = /^\s*<bpmn:(documentation|extensionElements|incoming|outgoing)/;
    let cut = 0;
    for (let tag = behind.exec(rest); tag; tag = behind.exec(rest.slice(cut)))
      cut = rest.indexOf(`</bpmn:${tag[1]}>`, cut) + `</bpmn:${tag[1]}>`.length;
    return xml.slice(0, at + cut) + what + xml.slice(at + cut);
  };
const flow = (from: string, to: string, condition = '') =>
  `<bpmn:sequenceFlow id="them_${from}_${to}" sourceRef="${from}" targetRef="${to}">${
    condition && `<bpmn:conditionExpression>${condition}</bpmn:conditionExpression>`
  }</bpmn:sequenceFlow>`;
const all =
  (...changes: Change[]): Change =>
  (text) =>
    changes.reduce((one, change) => change(one), text);
const loop = `<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=[]"/></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>`;
const mapped = (way: 'input' | 'output', source: string, target: string) =>
  `<bpmn:extensionElements><zeebe:ioMapping><zeebe:${way} source="${source.replaceAll('"', '&quot;')}" target="${target}"/></zeebe:ioMapping></bpmn:extensionElements>`;
const timer = (length: string) =>
  `<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type="bpmn:tFormalExpression">${length}</bpmn:timeDuration></bpmn:timerEventDefinition>`;
const rule = (content: Manifest, id: string) => {
  const one = content.clockRules.find((known) => known.id === id);
  if (!one) throw new Error(`Expected rule ${id}`);
  return one;
};

test.each<[string, () => Record<string, Change>, string]>([
  [
    'the usual way out of the choice leads past it',
    () => model(retarget('f_thuong', 'gop_da_chuyen')),
    'step-unreachable chuyen_thuong',
  ],
  [
    'a way of its own goes past it',
    () => model(inScope('nguon-tin', flow('gw_duong', 'luu_don', '=true'))),
    'step-bypassed chuyen_khan',
  ],
  [
    'its condition never holds',
    () => model((xml) => xml.replace('=consequences.path = &quot;KHAN&quot;', '=false')),
    'step-bypassed chuyen_khan',
  ],
  [
    'two conditions change places',
    () =>
      model((xml) =>
        xml
          .replace('&quot;KHAN&quot;', '&quot;@&quot;')
          .replace('&quot;LUU&quot;', '&quot;KHAN&quot;')
          .replace('&quot;@&quot;', '&quot;LUU&quot;'),
      ),
    'step-bypassed chuyen_khan',
  ],
  [
    'the start leads to an end',
    () => model(all(retarget('f_bat_dau_tiep_nhan__gop_tiep_nhan', 'het_luu_don'))),
    'step-bypassed phan_loai',
  ],
  [
    'a choice is put before it',
    () =>
      model(
        all(
          retarget('f_de_xuat__phan_loai', 'them'),
          inScope(
            'nguon-tin',
            `<bpmn:exclusiveGateway id="them" default="them_them_phan_loai"/>${flow('them', 'phan_loai')}${flow('them', 'he_qua', '=1 = 1')}`,
          ),
        ),
      ),
    'step-bypassed phan_loai',
  ],
  [
    'a branch beside it ends everything',
    () =>
      model(
        inScope(
          'xu_ly_thuong',
          `<bpmn:endEvent id="them"><bpmn:terminateEventDefinition/></bpmn:endEvent>${flow('gw_viec_thuong', 'them')}`,
        ),
      ),
    'step-bypassed chuyen_thuong',
  ],
  ['it is repeated over nothing', () => model(inside('chuyen_thuong', loop)), 'step-repeated chuyen_thuong'],
  [
    'what is around it is repeated over nothing',
    () => model((xml) => xml.replace(/(id="xu_ly_khan"[^>]*>(?:(?!<bpmn:startEvent)[\s\S])*)/, `$1${loop}`)),
    'step-repeated xu_ly_khan',
  ],
  [
    'it is broken off at once',
    () =>
      model(
        inScope(
          'xu_ly_thuong',
          `<bpmn:boundaryEvent id="them" attachedToRef="chuyen_thuong">${timer('PT0S')}</bpmn:boundaryEvent>${flow('them', 'het_thuong')}`,
        ),
      ),
    'step-interrupted them',
  ],
  [
    'what is around it is broken off',
    () =>
      model(
        inScope(
          'nguon-tin',
          `<bpmn:boundaryEvent id="them" attachedToRef="xu_ly_thuong">${timer('PT0S')}</bpmn:boundaryEvent>${flow('them', 'gop_da_chuyen')}`,
        ),
      ),
    'step-interrupted them',
  ],
  [
    'an event begins that breaks off everything',
    () =>
      model(
        inScope(
          'nguon-tin',
          `<bpmn:subProcess id="ngat" triggeredByEvent="true"><bpmn:startEvent id="them">${timer('PT1S')}</bpmn:startEvent><bpmn:endEvent id="het_them"/>${flow('them', 'het_them')}</bpmn:subProcess>`,
        ),
      ),
    'step-interrupted them',
  ],
  [
    'an event that breaks it off is another',
    () => model((xml) => xml.replace(/<bpmn:messageEventDefinition id="nang_muc_def"[^>]*\/>/, timer('PT0S'))),
    'step-interrupted nang_muc',
  ],
  [
    'another process is begun',
    () => manifest((m) => Object.assign(m, { process: 'khac' })),
    'process-replaced nguon-tin',
  ],
  ['a way in is gone', () => manifest((m) => m.starts.splice(1, 1)), 'start-dropped ban-giao'],
  [
    'its form asks for nothing',
    () => ({ 'phan-loai.form': (text: string) => text.replaceAll('"required": true', '"required": false') }),
    'step-form-weakened phan_loai',
  ],
  [
    'its form hides what it asks for',
    () => ({
      'phan-loai.form': (text: string) =>
        text.replaceAll('"required": true', '"required": true }, "conditional": { "hide": "=true"'),
    }),
    'step-form-weakened phan_loai',
  ],
  [
    'its event is recorded by another step',
    () => ({
      'events.json': (text: string) => text.replaceAll('"element": "chuyen_thuong"', '"element": "xac_minh_thuong"'),
    }),
    'step-unrecorded chuyen_thuong',
  ],
  [
    'its article is another',
    () => manifest((m) => Object.assign(m.guardrails[0] ?? {}, { law: 'Không' })),
    'guardrail-dropped phan_loai',
  ],
  [
    'a term stops at another event',
    () => manifest((m) => rule(m, 'R01').stop.push({ event: 'PHAN_LOAI' })),
    'clock-lengthened R01',
  ],
  [
    'a term names no basis',
    () => manifest((m) => Object.assign(rule(m, 'R01'), { legalBasis: ' ' })),
    'clock-basis-dropped R01',
  ],
  [
    'a start wins over that of the law',
    () => manifest((m) => rule(m, 'R01').start.unshift({ event: 'PHAN_LOAI', anchor: 'event' })),
    'clock-lengthened R01',
  ],
  [
    'the parameter of a term may be any number',
    () =>
      manifest((m) =>
        Object.assign(m.parameters.find((one) => one.name === 'R06_HANDOVER_HOURS') ?? {}, { max: 5000 }),
      ),
    'clock-lengthened R06-BAN_GIAO',
  ],
  [
    'the parameter of a term is a text',
    () =>
      manifest((m) =>
        Object.assign(m.parameters.find((one) => one.name === 'R03_MINUTES') ?? {}, {
          type: 'string',
          default: '9999',
          min: null,
          max: null,
        }),
      ),
    'parameter-limit R03_MINUTES',
  ],
  [
    'a document names no basis',
    () => manifest((m) => Object.assign(m.documents?.find((one) => one.legalBasis) ?? {}, { legalBasis: '' })),
    'document-dropped',
  ],
  [
    'a choice further up leads off',
    () =>
      model(
        all(
          retarget('f_he_qua__gw_sau_phan_loai', 'them'),
          inScope(
            'nguon-tin',
            `<bpmn:exclusiveGateway id="them" default="them_them_gw_sau_phan_loai"/>${flow('them', 'gw_sau_phan_loai')}${flow('them', 'het_luu_don', '=1 = 1')}`,
          ),
        ),
      ),
    'step-bypassed chuyen_khan',
  ],
  [
    'a gateway further up has one more way off',
    () => model(inScope('nguon-tin', flow('gw_quyet_dinh', 'luu_ho_so', '=eventCode = "KHOI_TO"'))),
    'step-bypassed gui_qd_vks',
  ],
  [
    'a reminder ends everything',
    () =>
      model(
        inScope(
          'nguon-tin',
          `<bpmn:boundaryEvent id="nhac" attachedToRef="phan_loai" cancelActivity="false">${timer('PT0S')}</bpmn:boundaryEvent><bpmn:endEvent id="them"><bpmn:terminateEventDefinition/></bpmn:endEvent>${flow('nhac', 'them')}`,
        ),
      ),
    'step-interrupted them',
  ],
  [
    'an end beside it ends everything',
    () => model(inside('het_luu_ho_so', '<bpmn:terminateEventDefinition/>')),
    'step-interrupted het_luu_ho_so',
  ],
  [
    'a new start leads past it',
    () =>
      model(
        inScope(
          'nguon-tin',
          `<bpmn:startEvent id="them"><bpmn:messageEventDefinition messageRef="msg_nang_muc_khan"/></bpmn:startEvent>${flow('them', 'luu_don')}`,
        ),
      ),
    'step-bypassed phan_loai',
  ],
  [
    'a start waits for something else',
    () => model((xml) => xml.replace(/(id="bat_dau_tiep_nhan"[\s\S]*?messageRef=")[^"]*/, '$1msg_nang_muc_khan')),
    'start-dropped bat_dau_tiep_nhan',
  ],
  [
    'hours become a day that ends at midnight',
    () => manifest((m) => Object.assign(rule(m, 'R04'), { length: 1, unit: 'calendarDays' })),
    'clock-lengthened R04',
  ],
  [
    'what must come before it may come later',
    () =>
      model(
        all(
          retarget('f_he_qua__gw_sau_phan_loai', 'quyet_dinh_lai'),
          inScope(
            'nguon-tin',
            `<bpmn:parallelGateway id="them"/>${flow('them', 'phan_loai')}${flow('them', 'gw_duong')}`,
          ),
          retarget('f_de_xuat__phan_loai', 'them'),
        ),
      ),
    'step-reordered chuyen_thuong',
  ],
  [
    'another step ends a term too',
    () => ({
      'events.json': json<{ events: { code: string; by: object[] }[] }>(({ events }) =>
        events.find(({ code }) => code === 'CHUYEN')?.by.push({ kind: 'task', element: 'xac_minh_thuong' }),
      ),
    }),
    'clock-event-changed CHUYEN',
  ],
  [
    'another step begins a term instead',
    () => ({
      'events.json': (text: string) => text.replaceAll('"element": "thu_ly"', '"element": "gui_vphc"'),
    }),
    'clock-event-changed THU_LY',
  ],
  [
    'a document is out of force before another takes its place',
    () =>
      manifest((m) => Object.assign(m.documents?.find((one) => one.legalBasis) ?? {}, { effectiveTo: '2026-06-30' })),
    'document-withheld',
  ],
  [
    'a document is never offered',
    () =>
      manifest((m) => {
        const one = m.documents?.find((known) => known.legalBasis);
        Object.assign(one ?? {}, { offered: { ...one?.offered, when: '=false' } });
      }),
    'document-withheld',
  ],
  [
    'a rule of a statutory table is gone',
    () => ({
      'phan-loai.dmn': (xml: string) => xml.replace(/(<decision id="han_ap_dung"[\s\S]*?)<rule[\s\S]*?<\/rule>/, '$1'),
    }),
    'decision-changed han_ap_dung',
  ],
  [
    'a statutory table chooses otherwise',
    () => ({
      'phan-loai.dmn': (xml: string) =>
        xml.replace(/(<decision id="duong_xu_ly"[\s\S]*?hitPolicy=")[^"]*/, '$1RULE ORDER'),
    }),
    'decision-changed duong_xu_ly',
  ],
  [
    'another table is asked',
    () => model((xml) => xml.replace('decisionId="he_qua_phan_loai"', 'decisionId="duong_xu_ly"')),
    'decision-unasked he_qua',
  ],
  [
    'a statutory event is attached elsewhere',
    () => model((xml) => xml.replace(/(id="nang_muc"[^>]*attachedToRef=")[^"]*/, '$1luu_don')),
    'step-unbound nang_muc',
  ],
  [
    'a mapping writes over what the choice reads',
    () => model(inside('phan_loai', mapped('output', '="VPHC"', 'consequences.path'))),
    'fact-overwritten phan_loai',
  ],
  [
    'what the choice reads is another inside a scope',
    () => model(inside('xu_ly_thuong', mapped('input', '="LUU"', 'eventCode'))),
    'fact-overwritten xu_ly_thuong',
  ],
  [
    'a script gives what the choice reads',
    () =>
      model(
        all(
          retarget('f_he_qua__gw_sau_phan_loai', 'them'),
          inScope(
            'nguon-tin',
            `<bpmn:scriptTask id="them"><bpmn:extensionElements><zeebe:script expression="={path: &quot;LUU&quot;}" resultVariable="consequences"/></bpmn:extensionElements></bpmn:scriptTask>${flow('them', 'gw_sau_phan_loai')}`,
          ),
        ),
      ),
    'fact-overwritten them',
  ],
  [
    'another system answers what the choice reads',
    () =>
      model(
        inScope(
          'nguon-tin',
          `<bpmn:serviceTask id="them"><bpmn:extensionElements><zeebe:taskDefinition type="procedures.http"/><zeebe:taskHeaders><zeebe:header key="connection" value="ngoai"/><zeebe:header key="path" value="/"/><zeebe:header key="result" value="[{&quot;name&quot;:&quot;kindConfirmed&quot;,&quot;type&quot;:&quot;string&quot;,&quot;path&quot;:&quot;a&quot;}]"/></zeebe:taskHeaders></bpmn:extensionElements></bpmn:serviceTask>`,
        ),
      ),
    'fact-overwritten them',
  ],
  [
    'the answer of a statutory table goes elsewhere',
    () => model((xml) => xml.replace('resultVariable="consequences"', 'resultVariable="khac"')),
    'fact-overwritten he_qua',
  ],
  [
    'what a statutory table asks is computed otherwise',
    () =>
      manifest((m) => Object.assign(m.variables.find((one) => one.name === 'kindConfirmed') ?? {}, { from: '=null' })),
    'fact-redefined kindConfirmed',
  ],
  [
    'an event sets what a statutory table asks',
    () => ({
      'events.json': json<{ events: { code: string; set?: object }[] }>(({ events }) =>
        Object.assign(events.find(({ code }) => code === 'PHAN_LOAI') ?? {}, {
          set: { 'record.classification': 'LUU' },
        }),
      ),
    }),
    'fact-overwritten PHAN_LOAI',
  ],
  [
    'an event sets it without naming the record',
    () => ({
      'events.json': json<{ events: { code: string; set?: object }[] }>(({ events }) =>
        Object.assign(events.find(({ code }) => code === 'GAN_CO_DU_LUAN') ?? {}, { set: { classification: 'LUU' } }),
      ),
    }),
    'fact-overwritten GAN_CO_DU_LUAN',
  ],
  [
    'an entrance says otherwise what a statutory table asks',
    () =>
      manifest((m) =>
        Object.assign(m.starts.flatMap(({ outside = [] }) => outside)[0]?.values ?? {}, {
          'record.channel': '="TRUC_TIEP"',
        }),
      ),
    'fact-overwritten TIEP_NHAN',
  ],
  [
    'another act comes between the decision and what follows from it',
    () =>
      model((xml) => {
        const [flowId] = /<bpmn:sequenceFlow id="([^"]*)"[^>]*targetRef="gw_quyet_dinh"/.exec(xml)?.slice(1) ?? [];
        return all(
          retarget(flowId ?? '', 'them'),
          inScope('nguon-tin', `<bpmn:userTask id="them"/>${flow('them', 'gw_quyet_dinh')}`),
        )(xml);
      }),
    'act-between them',
  ],
  [
    'the same decision means another event',
    () => ({
      'events.json': json<{ events: { code: string; by: object[] }[] }>(({ events }) =>
        events
          .find(({ code }) => code === 'KHOI_TO')
          ?.by.push({ kind: 'task', element: 'quyet_dinh', with: { 'task.decision': 'TAM_DINH_CHI', 'task.x': 'y' } }),
      ),
    }),
    'act-redefined quyet_dinh',
  ],
  [
    'an event asks another table for it',
    () => ({
      'events.json': (text: string) =>
        text.replace('"decision": "he_qua_phan_loai"', '"decision": "de_xuat_phan_loai"'),
    }),
    'fact-overwritten PHAN_LOAI',
  ],
])('%s: refused', async (_, changes, expected) => {
  expect((await found(changes())).filter((one) => one.startsWith(expected))).not.toEqual([]);
});

test.each<[string, () => Record<string, Change>]>([
  [
    'another step behind it',
    () =>
      model(
        all(
          retarget('f_chuyen_thuong__het_thuong', 'duyet'),
          inScope('xu_ly_thuong', `<bpmn:task id="duyet"/>${flow('duyet', 'het_thuong')}`),
        ),
      ),
  ],
  [
    'another step before it',
    () =>
      model(
        all(
          retarget('f_thuong', 'truoc'),
          inScope('nguon-tin', `<bpmn:task id="truoc"/>${flow('truoc', 'xu_ly_thuong')}`),
        ),
      ),
  ],
  [
    'a second approval that may send it back',
    () =>
      model(
        all(
          retarget('f_chuyen_thuong__het_thuong', 'duyet'),
          inScope(
            'xu_ly_thuong',
            `<bpmn:exclusiveGateway id="duyet" default="them_duyet_het_thuong"/>${flow('duyet', 'het_thuong')}${flow('duyet', 'chuyen_thuong', '=x')}`,
          ),
        ),
      ),
  ],
  [
    'a step at the same time',
    () =>
      model(
        all(
          retarget('f_de_xuat__phan_loai', 'chia'),
          retarget('f_phan_loai__he_qua', 'gop'),
          inScope(
            'nguon-tin',
            `<bpmn:parallelGateway id="chia"/><bpmn:parallelGateway id="gop"/><bpmn:task id="song_song"/>${flow('chia', 'phan_loai')}${flow('chia', 'song_song')}${flow('song_song', 'gop')}${flow('gop', 'he_qua')}`,
          ),
        ),
      ),
  ],
  [
    'a reminder that breaks nothing off',
    () =>
      model(
        inScope(
          'nguon-tin',
          `<bpmn:boundaryEvent id="nhac" attachedToRef="xu_ly_thuong" cancelActivity="false">${timer('P3D')}</bpmn:boundaryEvent><bpmn:endEvent id="het_nhac"/>${flow('nhac', 'het_nhac')}`,
        ),
      ),
  ],
  [
    'one more way where all that hold are taken',
    () =>
      model(
        inScope(
          'nguon-tin',
          `<bpmn:task id="them"/><bpmn:endEvent id="het_them"/>${flow('gw_sau_phan_loai', 'them', '=true')}${flow('them', 'het_them')}`,
        ),
      ),
  ],
  [
    'a shorter term and a lower limit',
    () =>
      manifest((m) => {
        Object.assign(rule(m, 'R02'), { length: 5 });
        Object.assign(m.parameters.find((one) => one.name === 'R03_MINUTES') ?? {}, { max: 60, default: 15 });
      }),
  ],
  [
    'a form that asks for more',
    () => ({
      'chuyen.form': (text: string) =>
        text.replace('"required": false', '"required": true').replace('"label": "', '"label": "Nhập '),
    }),
  ],
  [
    'other words and other groups',
    () =>
      model((xml) =>
        xml.replace('Lập phiếu chuyển, chuyển hồ sơ', 'Chuyển hồ sơ').replace('/can-bo&quot;]', '/truc-ban&quot;]'),
      ),
  ],
  [
    'a shorter term in days, for one in working days',
    () => manifest((m) => Object.assign(rule(m, 'R08'), { length: 2, unit: 'calendarDays', rolling: 'NONE' })),
  ],
  [
    'one more way after it',
    () =>
      model(
        all(
          retarget('f_huong_dan__het_huong_dan', 'them'),
          inScope(
            'nguon-tin',
            `<bpmn:exclusiveGateway id="them" default="them_them_het_huong_dan"/><bpmn:endEvent id="het_them"/>${flow('them', 'het_huong_dan')}${flow('them', 'het_them', '=1 = 1')}`,
          ),
        ),
      ),
  ],
  [
    'one more rule behind those of the law, and other notes',
    () => ({
      'phan-loai.dmn': (xml: string) =>
        xml
          .replace(
            /(<decision id="han_ap_dung"[\s\S]*?)(<rule id=")([^"]*)("[\s\S]*?<\/rule>)([\s\S]*?)(<\/decisionTable>)/,
            '$1$2$3$4$5$2them_$3$4$6',
          )
          .replace(/<description>[^<]*/, '<description>Ghi chú khác'),
    }),
  ],
  [
    'a document that another follows',
    () =>
      manifest((m) => {
        const one = m.documents?.find((known) => known.legalBasis);
        if (!one) throw new Error('Expected a document');
        m.documents?.push({ ...one, id: 'tiep-theo', effectiveFrom: '2026-07-01' });
        one.effectiveTo = '2026-06-30';
      }),
  ],
  [
    'variables of its own, and what no law asks',
    () => ({
      ...model(inside('phan_loai', mapped('output', '=channel', 'kenhCu'))),
      ...manifest((m) => {
        m.variables.push({ name: 'kenhCu', type: 'string', from: '=record.channel' });
        Object.assign(m.variables.find((one) => one.name === 'originUnit') ?? {}, { from: '=record.receivedByUnit' });
      }),
    }),
  ],
  [
    'what only a way of its own follows, where every way that holds is taken',
    () => model(inside('chuyen_thuong', mapped('output', '=false', 'administrativeViolation'))),
  ],
])('%s: allowed', async (_, changes) => {
  expect(await found(changes())).toEqual([]);
});

test('a ward that set itself less than the law allows may go back to it, and not beyond', async () => {
  const days = (length: number) => after(manifest((m) => Object.assign(rule(m, 'R02'), { length })));
  const narrow = { inForce: await days(5), origin: base };
  const said = (changed: ReadPackage) => problemsByLaw(narrow, changed).map((one) => `${one.code} ${one.element}`);
  expect(said(base)).toEqual([]);
  expect(said(await days(6))).toEqual([]);
  expect(said(await days(8))).toEqual(['clock-lengthened R02']);
  expect(problemsByLaw({ ...narrow, origin: null }, base).map((one) => one.code)).toEqual(['clock-lengthened']);
});

describe('the office’s own package', () => {
  let own: ReadPackage;
  beforeAll(async () => {
    own = await readPackageFolder(path.join(__dirname, '../../../bpmn/tham-tra'));
  });
  const with_ = async (change: Change) => {
    const name = [...own.models.keys()].find((one) => one.endsWith('.bpmn')) ?? '';
    const files = new Map(own.files.map((file) => [file.path, file.content]));
    const text = files.get(name)?.toString('utf8') ?? '';
    if (change(text) === text) throw new Error('Expected the model to change');
    files.set(name, Buffer.from(change(text)));
    return findGuardrailProblems(own, await readPackage(files)).map((one) => `${one.code} ${one.element}`);
  };

  test('may choose otherwise after a statutory step', async () => {
    const added = inScope(own.manifest.process, `<bpmn:endEvent id="het_them"/>${flow('gw_ky', 'het_them', '=1 = 2')}`);
    expect(await with_(added)).toEqual([]);
  });
});
