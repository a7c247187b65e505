// Wrong models by the hundred: a valid one, changed in one or two places as people and programs change them. The same seed
// gives the same models.

import { decision, dmn } from '../unit/packages/bpmn-text';
import { BROKER_FIXTURES } from '../unit/packages/broker-fixtures';

export interface Mutant {
  /** What was done, to be found again. */
  name: string;
  kind: 'bpmn' | 'dmn' | 'form';
  /** of a form: its JSON */
  xml: string;
}

type Chance = () => number;
type Mutation = (xml: string, chance: Chance, kind: Mutant['kind']) => string;

/** Mulberry32. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const pick = <T>(list: readonly T[], chance: Chance): T => list[Math.floor(chance() * list.length)] as T;

/** One match of the pattern, chosen by chance, replaced; the head of the file stays. */
function change(xml: string, pattern: RegExp, to: (match: RegExpMatchArray) => string, chance: Chance): string {
  const matches = [...xml.matchAll(pattern)].filter((match) => match.index > xml.indexOf('?>') + 1);
  if (matches.length === 0) return xml;
  const match = pick(matches, chance);
  return xml.slice(0, match.index) + to(match) + xml.slice(match.index + match[0].length);
}

const FEEL = [
  '=',
  '=1 +',
  '=a b',
  '=a.b',
  '={a:}',
  '=if a then b',
  '="x',
  '=a[1',
  'x',
  '',
  ' ',
  '=null',
  '=f(x)',
  '=a-b',
  '= 1',
  '==1',
];
const CELLS = ['', '-', '<', '< 5', '"a","b"', '[1..', 'not(1)', '1,', '? > 1', 'a b', '>= date("2020-01-01")', '"'];
// In times far off: a process that starts at once would keep the broker busy.
const TIMES = [
  'P1D',
  'PT',
  'P',
  'R/PT1H',
  'R3/PT1H',
  'R-1/PT1H',
  '2026-01-01',
  '2126-01-01T00:00:00Z',
  '=a',
  '=a +',
  '',
  'P1M2W',
  'PT1.5S',
  'P-1D',
  '0 0 9 * * *',
  '@hourly',
  ' PT1H ',
];
const EVENTS = [
  '<bpmn:timerEventDefinition id="q"><bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition>',
  '<bpmn:timerEventDefinition id="q"><bpmn:timeCycle>R/PT1H</bpmn:timeCycle></bpmn:timerEventDefinition>',
  '<bpmn:timerEventDefinition id="q"><bpmn:timeDate>2126-01-01T00:00:00Z</bpmn:timeDate></bpmn:timerEventDefinition>',
  '<bpmn:errorEventDefinition id="q" />',
  '<bpmn:escalationEventDefinition id="q" />',
  '<bpmn:signalEventDefinition id="q" />',
  '<bpmn:messageEventDefinition id="q" />',
  '<bpmn:messageEventDefinition id="q" messageRef="m" />',
  '<bpmn:terminateEventDefinition id="q" />',
  '<bpmn:compensateEventDefinition id="q" />',
  '<bpmn:cancelEventDefinition id="q" />',
  '<bpmn:linkEventDefinition id="q" name="l" />',
  '<bpmn:conditionalEventDefinition id="q"><bpmn:condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">=a</bpmn:condition></bpmn:conditionalEventDefinition>',
];
const NODES = [
  'task',
  'userTask',
  'serviceTask',
  'scriptTask',
  'receiveTask',
  'sendTask',
  'manualTask',
  'businessRuleTask',
  'callActivity',
  'subProcess',
  'transaction',
  'adHocSubProcess',
  'startEvent',
  'endEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
  'complexGateway',
  'dataObject',
];
const EXTENSIONS = [
  '<zeebe:taskDefinition type="x" retries="=r" />',
  '<zeebe:taskDefinition type="=1 +" />',
  '<zeebe:taskDefinition retries="3" />',
  '<zeebe:calledElement processId="=p" />',
  '<zeebe:calledElement />',
  '<zeebe:calledDecision decisionId="=d" resultVariable="r" />',
  '<zeebe:calledDecision decisionId="d" />',
  '<zeebe:formDefinition formKey="k" />',
  '<zeebe:formDefinition formId="=f" />',
  '<zeebe:formDefinition />',
  '<zeebe:assignmentDefinition assignee="=a +" />',
  '<zeebe:assignmentDefinition candidateGroups="=g" candidateUsers="a,b" />',
  '<zeebe:taskSchedule dueDate="2026-01-01" />',
  '<zeebe:taskSchedule dueDate="=d" followUpDate="2026-01-01T00:00:00Z" />',
  '<zeebe:script expression="=a" resultVariable="r" />',
  '<zeebe:script expression="a" />',
  '<zeebe:ioMapping><zeebe:input source="=a" target="b.c" /></zeebe:ioMapping>',
  '<zeebe:ioMapping><zeebe:input source="=a" target="" /></zeebe:ioMapping>',
  '<zeebe:ioMapping><zeebe:output source="=" target="b" /></zeebe:ioMapping>',
  '<zeebe:ioMapping><zeebe:output target="b" /></zeebe:ioMapping>',
  '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="l" /></zeebe:executionListeners>',
  '<zeebe:executionListeners><zeebe:executionListener eventType="start" type="l" /><zeebe:executionListener eventType="start" type="l" /></zeebe:executionListeners>',
  '<zeebe:executionListeners><zeebe:executionListener eventType="end" /></zeebe:executionListeners>',
  '<zeebe:executionListeners><zeebe:executionListener eventType="halt" type="l" /></zeebe:executionListeners>',
  '<zeebe:priorityDefinition priority="5" />',
  '<zeebe:userTask />',
  '<zeebe:properties><zeebe:property name="a" value="b" /></zeebe:properties>',
  '<zeebe:taskHeaders><zeebe:header key="a" /></zeebe:taskHeaders>',
  '<zeebe:subscription correlationKey="=k" />',
  '<zeebe:loopCharacteristics inputCollection="=a" />',
];

const asText = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Every change, by what it is called. */
export const MUTATIONS: Record<string, Mutation> = {
  'an attribute is dropped': (xml, chance) => change(xml, / [a-zA-Z]+="[^"]*"/g, () => '', chance),
  'an attribute is emptied': (xml, chance) => change(xml, /( [a-zA-Z]+=")[^"]*"/g, ([, head]) => `${head}"`, chance),
  'an attribute is renamed': (xml, chance) => change(xml, / ([a-zA-Z]+)="/g, ([, name]) => ` ${name}x="`, chance),
  'a reference leads elsewhere': (xml, chance) => {
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
    const to = pick([...ids, 'nowhere', '1 x'], chance);
    return change(
      xml,
      /(Ref|default|href|bpmnElement)="#?[^"]*"/g,
      ([all, name]) => `${name}="${all.includes('"#') ? '#' : ''}${to}"`,
      chance,
    );
  },
  'a listed flow leads elsewhere': (xml, chance) =>
    change(
      xml,
      /<bpmn:(incoming|outgoing)>[^<]*</g,
      ([, name]) => `<bpmn:${name}>${pick(['nowhere', 'start', 'end', ''], chance)}<`,
      chance,
    ),
  'a listed flow is left out': (xml, chance) =>
    change(xml, /<bpmn:(incoming|outgoing)>[^<]*<\/bpmn:\1>/g, () => '', chance),
  'an id is there twice': (xml, chance) => {
    const ids = [...xml.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
    return change(xml, / id="[^"]*"/g, () => ` id="${pick(ids, chance)}"`, chance);
  },
  'an id is no id': (xml, chance) =>
    change(xml, / id="[^"]*"/g, () => ` id="${pick(['1a', 'a b', 'a:b', 'é', 'a.b', '', '-a'], chance)}"`, chance),
  'an expression is another': (xml, chance) =>
    change(xml, /"=[^"]*"/g, () => `"${asText(pick(FEEL, chance))}"`, chance),
  'a text is another': (xml, chance, kind) =>
    kind === 'dmn'
      ? change(xml, /<text>[^<]*<\/text>/g, () => `<text>${asText(pick([...CELLS, ...FEEL], chance))}</text>`, chance)
      : change(xml, /(Expression"?>)[^<]*<\//g, ([, head]) => `${head}${asText(pick(FEEL, chance))}</`, chance),
  'a time is another': (xml, chance) =>
    change(xml, /(<bpmn:time\w+>)[^<]*</g, ([, head]) => `${head}${asText(pick(TIMES, chance))}<`, chance),
  'a kind of time is another': (xml, chance) => {
    const to = pick(['timeDate', 'timeDuration', 'timeCycle'], chance);
    return change(
      xml,
      /<bpmn:time\w+>([^<]*)<\/bpmn:time\w+>/g,
      ([, text]) => `<bpmn:${to}>${text}</bpmn:${to}>`,
      chance,
    );
  },
  'an event happens for something else': (xml, chance) =>
    change(
      xml,
      /<bpmn:\w+EventDefinition[^>]*(\/>|>.*?<\/bpmn:\w+EventDefinition>)/g,
      () => pick(EVENTS, chance),
      chance,
    ),
  'an event gets one cause more': (xml, chance) =>
    change(
      xml,
      /<\/bpmn:(start|end|intermediateCatch|intermediateThrow|boundary)Event>/g,
      ([all]) => pick(EVENTS, chance) + all,
      chance,
    ),
  'an element is another': (xml, chance) => {
    const to = pick(NODES, chance);
    return change(
      xml,
      new RegExp(`<bpmn:(${NODES.join('|')})( [^>]*[^/])>(.*?)</bpmn:\\1>`, 'gs'),
      ([, , head, body]) => `<bpmn:${to}${head}>${body}</bpmn:${to}>`,
      chance,
    );
  },
  'an element gets an extension': (xml, chance) => {
    const more = pick(EXTENSIONS, chance);
    return xml.includes('<bpmn:extensionElements>') && chance() < 0.5
      ? change(xml, /<bpmn:extensionElements>/g, ([all]) => all + more, chance)
      : change(
          xml,
          /(<bpmn:(?:\w*[tT]ask|callActivity|\w*Event|\w*Gateway|subProcess|process)( [^>]*[^/])?>)(?!<bpmn:ext)/g,
          ([, head]) => `${head}<bpmn:extensionElements>${more}</bpmn:extensionElements>`,
          chance,
        );
  },
  'an extension is dropped': (xml, chance) => change(xml, /<zeebe:\w+[^>]*\/>/g, () => '', chance),
  'a flow is dropped': (xml, chance) => change(xml, /<bpmn:sequenceFlow [^>]*\/>/g, () => '', chance),
  'a flow goes the other way': (xml, chance) =>
    change(
      xml,
      /sourceRef="([^"]*)" targetRef="([^"]*)"/g,
      ([, from, to]) => `sourceRef="${to}" targetRef="${from}"`,
      chance,
    ),
  'a flow is drawn more': (xml, chance) => {
    const nodes = [...xml.matchAll(/<bpmn:\w*(?:[tT]ask|Event|Gateway|subProcess) id="([^"]+)"/g)].map(
      (match) => match[1] ?? '',
    );
    if (nodes.length === 0) return xml;
    return change(
      xml,
      /<\/bpmn:process>/g,
      ([all]) =>
        `<bpmn:sequenceFlow id="more" sourceRef="${pick(nodes, chance)}" targetRef="${pick(nodes, chance)}" />${all}`,
      chance,
    );
  },
  'an element is dropped': (xml, chance) =>
    change(xml, /<(?!\/|\?)([\w:]+)( [^>]*)?(\/>|>[^<]*<\/\1>)/g, () => '', chance),
  'an element is there twice': (xml, chance) =>
    change(xml, /<(?!\/|\?)([\w:]+)( [^>]*)?(\/>|>[^<]*<\/\1>)/g, ([all]) => all + all, chance),
  'a loop is put on': (xml, chance) =>
    change(
      xml,
      /<\/bpmn:(\w*[tT]ask|subProcess|callActivity)>/g,
      ([all]) =>
        `${pick(['<bpmn:standardLoopCharacteristics />', '<bpmn:multiInstanceLoopCharacteristics />', '<bpmn:multiInstanceLoopCharacteristics isSequential="true"><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=a" outputElement="=b" /></bpmn:extensionElements></bpmn:multiInstanceLoopCharacteristics>', '<bpmn:multiInstanceLoopCharacteristics><bpmn:extensionElements><zeebe:loopCharacteristics inputCollection="=a" outputElement="=b" outputCollection="c" /></bpmn:extensionElements><bpmn:completionCondition>=x &gt;</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>'], chance)}${all}`,
      chance,
    ),
  'a hit policy is another': (xml, chance) =>
    change(
      xml,
      /hitPolicy="[^"]*"/g,
      () =>
        `hitPolicy="${pick(['COLLECT', 'RULE ORDER', 'PRIORITY', 'OUTPUT ORDER', 'ANY', 'collect', 'FIRST'], chance)}"${pick(['', ' aggregation="SUM"', ' aggregation="AVG"'], chance)}`,
      chance,
    ),
};

const TABLE = `<decision id="bang" name="Bang"><variable id="v" name="bang" typeRef="string" /><informationRequirement id="need"><requiredDecision href="#ket_qua" /></informationRequirement><decisionTable id="t" hitPolicy="UNIQUE"><input id="i1" label="So"><inputExpression id="ie1" typeRef="number"><text>so luong</text></inputExpression></input><input id="i2"><inputExpression id="ie2" typeRef="string"><text>loai</text></inputExpression></input><output id="o1" name="muc" typeRef="string" /><output id="o2" name="ngay" typeRef="number" /><rule id="r1"><inputEntry id="c1"><text>&lt; 10</text></inputEntry><inputEntry id="c2"><text>"a","b"</text></inputEntry><outputEntry id="e1"><text>"thap"</text></outputEntry><outputEntry id="e2"><text>1 + 2</text></outputEntry></rule><rule id="r2"><inputEntry id="c3"><text>[10..20]</text></inputEntry><inputEntry id="c4"><text>-</text></inputEntry><outputEntry id="e3"><text>"cao"</text></outputEntry><outputEntry id="e4"><text>5</text></outputEntry></rule></decisionTable></decision>`;

const ONE_TABLE = TABLE.replace(/<output id="o2"[^>]*>/, '')
  .replace(/<outputEntry id="e[24]">.*?<\/outputEntry>/g, '')
  .replace(/<informationRequirement.*?<\/informationRequirement>/, '');

const VALID: { name: string; kind: Mutant['kind']; xml: string }[] = [
  ...BROKER_FIXTURES.filter((one) => one.accepted).map((one) => ({
    name: one.name,
    kind: 'bpmn' as const,
    xml: one.xml,
  })),
  { name: 'a table', kind: 'dmn', xml: dmn(ONE_TABLE) },
  { name: 'a table that needs a decision', kind: 'dmn', xml: dmn(decision('ket_qua', '1 + so') + TABLE) },
  { name: 'two decisions', kind: 'dmn', xml: dmn(decision('ket_qua', 'a') + decision('b', 'ket_qua + 1', 'ket_qua')) },
];

/** `more` are models of somebody else's to change too. */
export function mutants(seed: number, count: number, more: typeof VALID = []): Mutant[] {
  const chance = chanceOf(seed);
  const valid = [...VALID, ...more];
  const names = Object.keys(MUTATIONS);
  const made: Mutant[] = [];
  const seen = new Set<string>();
  for (let tries = 0; made.length < count && tries < count * 50; tries += 1) {
    const from =
      chance() < 0.2
        ? pick(
            valid.filter((one) => one.kind === 'dmn'),
            chance,
          )
        : pick(valid, chance);
    const steps = chance() < 0.3 ? [pick(names, chance), pick(names, chance)] : [pick(names, chance)];
    const xml = steps.reduce((text, step) => MUTATIONS[step]?.(text, chance, from.kind) ?? text, from.xml);
    if (xml === from.xml || seen.has(xml)) continue;
    seen.add(xml);
    made.push({ name: `seed ${seed}, ${made.length}: ${from.name}; ${steps.join('; ')}`, kind: from.kind, xml });
  }
  return made;
}
