// Owns the rules about what a package calls outside: the tenant has the connection, and it allows what the step does.
import type { ConnectionChoice } from '../../../shared/service-tasks-contract';
import { callingSteps } from '../packages/calling-steps';
import { reporterOf } from '../packages/check/finding';
import type { ReadPackage } from '../packages/read-package';
import { namesIn } from '../packages/service-task';
import type { Finding } from '../packages/types';

export function checkConnections(read: ReadPackage, connections: readonly ConnectionChoice[]): Finding[] {
  const findings: Finding[] = [];
  for (const { file, element, task } of callingSteps(read)) {
    const report = reporterOf(findings, file);
    const known = connections.find((one) => one.value === task.connection);
    if (!known) {
      report.error({
        code: 'connection-unknown',
        element,
        vi: `Bước "${element}" gọi kết nối "${task.connection}", nhưng đơn vị chưa có kết nối này. Hãy tạo ở trang Kết nối hoặc chọn kết nối khác.`,
        en: `Expected connection "${task.connection}", which step "${element}" calls, but there is none. Make it under Connections or choose another.`,
      });
      continue;
    }
    if (!known.methods.includes(task.method))
      report.error({
        code: 'connection-method',
        element,
        vi: `Bước "${element}" gọi bằng ${task.method}, nhưng kết nối "${known.label}" chỉ cho phép ${known.methods.join(', ')}.`,
        en: `Expected step "${element}" to use ${known.methods.join(', ')} of connection "${known.label}", but it uses ${task.method}.`,
      });
    const sent = new Set([...namesIn(task.path), ...task.body.map((one) => one.variable)]);
    for (const name of sent) {
      if (known.sends.includes(name)) continue;
      report.error({
        code: 'connection-field',
        element,
        vi: `Bước "${element}" gửi "${name}", nhưng kết nối "${known.label}" không cho phép gửi thông tin này. Hãy thêm vào danh sách được gửi của kết nối hoặc bỏ khỏi bước.`,
        en: `Expected connection "${known.label}" to allow "${name}", which step "${element}" sends, but it does not. Allow it or leave it out.`,
      });
    }
  }
  return findings;
}
