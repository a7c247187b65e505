// Owns what the platform refuses in a model that the engine would take: user tasks that make no job, and functions that the
// engine answers with null without a word.
import functions from '../broker-feel/engine-functions.json';
import { readExpression } from '../broker-feel/read-broker-feel';
import { everyElement } from '../xml/every-element';
import type { XmlElement } from '../xml/xml-node';
import { type LooseProblem, problemAt } from './loose-problem';

const ZEEBE = 'http://camunda.org/schema/zeebe/1.0';
const KNOWN: Record<'bpmn' | 'dmn', Set<string>> = {
  bpmn: new Set([...functions.names, ...functions.processOnly]),
  dmn: new Set(functions.names),
};

export function platformProblems(root: XmlElement): LooseProblem[] {
  const problems: LooseProblem[] = [];
  for (const element of everyElement(root, isIdle)) {
    if (element.namespace === ZEEBE && element.local === 'userTask') {
      const vi = '<zeebe:userTask/> tạo việc mà nền tảng không thấy. Hãy bỏ thẻ này.';
      problems.push({
        ...problemAt(
          element,
          'native-user-task',
          vi,
          'Expected no <zeebe:userTask/>, which makes a task that the platform cannot see. Remove the tag.',
        ),
        source: 'platform',
      });
    }
    const texts = [
      ...element.attributes.map((one) => one.value),
      ...(element.children.length === 0 ? [element.text.trim()] : []),
    ];
    for (const text of texts.filter((one) => one.startsWith('=') && one.length > 1)) {
      const read = readExpression(text.slice(1));
      if (read.readable) problems.push(...unknownFunctions('bpmn', element, read.calls));
    }
  }
  return problems;
}

const isIdle = (element: XmlElement): boolean =>
  element.local === 'process' &&
  element.attributes.every((one) => one.name !== 'isExecutable' || !/^\s*(true|1)\s*$/.test(one.value));

export function unknownFunctions(kind: 'bpmn' | 'dmn', element: XmlElement, calls: readonly string[]): LooseProblem[] {
  return calls
    .filter((name) => !KNOWN[kind].has(name))
    .map((name) => ({
      ...problemAt(
        element,
        'feel-function',
        `Hàm ${name}() không có ở bộ máy: kết quả là null mà không báo lỗi. Hãy viết cách khác.`,
        `Expected a function that the engine has, but ${name}() is none: it gives null without an error. Write it in another way.`,
      ),
      source: 'platform',
    }));
}
