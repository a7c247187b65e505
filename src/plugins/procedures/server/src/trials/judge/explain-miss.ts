// Owns why a case did not come to an element: the last place with a choice that it passed and from which the element
// could have been reached by another way, which way it took there, under which condition, with which values. Pure.
import type { TrialObservation } from '../../../../shared/trials-contract';
import type { MappedElement, ModelMap } from '../../packages/model-map';
import type { LocalText } from '../../packages/types';

type Seen = Pick<TrialObservation, 'path' | 'active' | 'variables' | 'decisions' | 'incidents'>;

/** null: the drawing does not say; the element is before the case, or nothing leads to it. */
export function explainMiss(map: ModelMap, wanted: string, seen: Seen): LocalText | null {
  const incident = seen.incidents[0];
  if (incident) {
    const where = map.words(incident.element);
    return {
      vi: `Hồ sơ dừng ở "${where}" vì sự cố của máy chạy quy trình: ${incident.message}`,
      en: `The case is stuck at "${where}" with an incident of the engine: ${incident.message}`,
    };
  }
  if (!map.elements.has(wanted))
    return { vi: `Mô hình không có phần tử "${wanted}".`, en: `The model has no element "${wanted}".` };
  const leading = leadingTo(map, wanted);
  const taken = seen.path.filter((step) => step.isFlow).map((step) => step.element);
  for (const flowId of [...taken].reverse()) {
    const flow = map.elements.get(flowId);
    if (!flow?.from) continue;
    const others = map.flows.filter((one) => one.from === flow.from && one.id !== flow.id);
    // The way that was taken may lead there too, only later: then it is the shorter way that was missed.
    const length = leading.get(flow.to ?? '') ?? Number.POSITIVE_INFINITY;
    const missed = others.filter((one) => (leading.get(one.to ?? '') ?? Number.POSITIVE_INFINITY) < length);
    const isFork = map.elements.get(flow.from)?.type === 'ParallelGateway';
    if (missed.length > 0 && !isFork) return choice(map, flow, missed, seen);
  }
  const waiting = seen.active.filter((id) => leading.has(id)).map((id) => `"${map.words(id)}"`);
  if (waiting.length === 0) return null;
  return {
    vi: `Hồ sơ chưa tới đó: còn đang ở ${waiting.join(', ')}.`,
    en: `The case is not there yet: it is still at ${waiting.join(', ')}.`,
  };
}

/** The element and everything from which it can be reached, with how far that is. */
function leadingTo(map: ModelMap, wanted: string): Map<string, number> {
  const found = new Map<string, number>([[wanted, 0]]);
  const queue = [wanted];
  const back = (id: string) => {
    const element = map.elements.get(id);
    const before = map.flows.filter((flow) => flow.to === id).map((flow) => flow.from);
    const entered = before.length === 0 && element?.scope ? [element.scope] : [];
    return [...before, ...entered, element?.attachedTo ?? null].filter((one): one is string => one !== null);
  };
  for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
    for (const one of back(id)) {
      if (found.has(one)) continue;
      found.set(one, (found.get(id) ?? 0) + 1);
      queue.push(one);
    }
  }
  return found;
}

function choice(map: ModelMap, taken: MappedElement, missed: readonly MappedElement[], seen: Seen): LocalText {
  const gateway = map.words(taken.from ?? '');
  const names = [...new Set([taken, ...missed].flatMap((flow) => namesIn(flow.condition, seen.variables)))];
  const values = names.map((name) => `${name} = ${JSON.stringify(seen.variables[name])}`).join(', ');
  const rows = seen.decisions
    .filter((one) => names.length === 0 || names.some((name) => JSON.stringify(one.output ?? '').includes(name)))
    .flatMap((one) => (one.rules.length > 0 ? [`${one.decision}: ${one.rules.join(', ')}`] : []));
  const way = map.words(taken.to ?? '');
  const others = missed.map((flow) => `"${map.words(flow.to ?? '')}" (${conditionWords(flow).vi})`).join('; ');
  const othersEn = missed.map((flow) => `"${map.words(flow.to ?? '')}" (${conditionWords(flow).en})`).join('; ');
  return {
    vi: `Tại "${gateway}", hồ sơ đi sang "${way}" (${conditionWords(taken).vi})${values ? ` vì ${values}` : ''}; muốn sang ${others}.${rows.length > 0 ? ` Dòng bảng quyết định đã khớp: ${rows.join('; ')}.` : ''}`,
    en: `At "${gateway}" the case went on to "${way}" (${conditionWords(taken).en})${values ? ` because ${values}` : ''}; to go to ${othersEn}.${rows.length > 0 ? ` Rows of the decision that matched: ${rows.join('; ')}.` : ''}`,
  };
}

function conditionWords(flow: MappedElement): LocalText {
  if (flow.condition) return { vi: `điều kiện ${shown(flow.condition)}`, en: `condition ${shown(flow.condition)}` };
  if (flow.isDefault) return { vi: 'trường hợp còn lại', en: 'every other case' };
  return flow.name ? { vi: flow.name, en: flow.name } : { vi: 'không điều kiện', en: 'no condition' };
}

const shown = (condition: string) => condition.replace(/^=\s*/, '').trim();

/** Variables of the case whose names stand in the condition. */
const namesIn = (condition: string | null, variables: Record<string, unknown>): string[] =>
  [...(condition ?? '').matchAll(/[\p{L}_][\p{L}\p{N}_]*/gu)].map(([name]) => name).filter((name) => name in variables);
