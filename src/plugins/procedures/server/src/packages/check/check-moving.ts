// Owns the rules that keep a running case movable to another version of its procedure.
import { eventDefinitionsOf } from '../model-elements';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';

export function checkMoving(index: PackageIndex, findings: Finding[]): void {
  for (const { element, id, file } of index.elements) {
    const hasTimer = eventDefinitionsOf(element).some((one) => one.$type === 'bpmn:TimerEventDefinition');
    if (element.$type !== 'bpmn:BoundaryEvent' || !hasTimer) continue;
    reporterOf(findings, file).warning({
      code: 'boundary-timer',
      element: id,
      vi: `Hẹn giờ "${id}" gắn vào bước sẽ chạy lại từ đầu khi hồ sơ chuyển phiên bản và không biết ngày nghỉ. Hãy dùng đồng hồ hạn.`,
      en: `Expected a clock instead of boundary timer "${id}": a timer starts anew when a case is moved, and knows no holidays.`,
    });
  }
}
