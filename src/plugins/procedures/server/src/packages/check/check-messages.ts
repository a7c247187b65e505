// Owns the rules about messages: waits have a key, and one message starts one process.
import { elementOf, eventDefinitionsOf, extensionOf, textOf } from '../model-elements';
import { OWN_KEY } from '../rewrite-bpmn';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkMessages(index: PackageIndex, findings: Finding[]): void {
  const starters = new Map<string, string>();
  for (const use of index.messages) {
    const report = reporterOf(findings, use.file);
    if (use.starts) {
      const other = starters.get(use.message);
      if (other !== undefined && other !== use.process) {
        report.error({
          code: 'start-message-twice',
          element: use.id,
          vi: `Thông điệp "${use.message}" phải chỉ bắt đầu một quy trình, nhưng bắt đầu cả "${other}" và "${use.process}".`,
          en: `Expected message "${use.message}" to start one process, but it starts both "${other}" and "${use.process}".`,
        });
      }
      starters.set(use.message, use.process);
      continue;
    }
    const key = keyOf(use.element);
    if (key === OWN_KEY) continue;
    if (!key) {
      report.warning({
        code: 'message-without-subscription',
        element: use.id,
        vi: `Thông điệp "${use.message}" nên có khóa ${OWN_KEY}; khi triển khai khóa này được thêm.`,
        en: `Expected message "${use.message}" to have correlation key ${OWN_KEY}; it is added at deployment.`,
      });
    } else if (use.message.startsWith('clock.')) {
      report.error({
        code: 'clock-message-key',
        element: use.id,
        vi: `Thông điệp đồng hồ hạn "${use.message}" phải có khóa ${OWN_KEY}, nhưng là ${key}.`,
        en: `Expected clock message "${use.message}" to have correlation key ${OWN_KEY}, but it is ${key}.`,
      });
    }
  }
}

function keyOf(element: ModdleElement): string | null {
  for (const holder of [element, ...eventDefinitionsOf(element)]) {
    const message = elementOf(holder, 'messageRef');
    if (message) return textOf(extensionOf(message, 'zeebe:Subscription'), 'correlationKey');
  }
  return null;
}
