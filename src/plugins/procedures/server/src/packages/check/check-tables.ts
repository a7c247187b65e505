// Owns the rule about decision tables that leave some combination of their inputs open, or answer it twice where only one
// answer may be.
//
// An error where a process calls the decision: without a row its result is null and the case goes on with it, without an
// incident, to wherever null leads; with two rows of a unique table the case stops. A table that only feeds other decisions
// may say null on purpose, and they may ask for it: a warning. A table that answers with a list has no hole: see table-gaps.
import { findGaps, gapWords, type TableGap } from '../../../../shared/table-gaps';
import { extensionOf, textOf } from '../model-elements';
import type { Finding } from '../types';
import { reporterOf } from './finding';
import type { PackageIndex } from './package-index';
import { readDecisionTables } from './read-decision-tables';

export function checkTables(index: PackageIndex, findings: Finding[]): void {
  const called = new Map<string, string>();
  for (const { element, id } of index.elements) {
    const decision = textOf(extensionOf(element, 'zeebe:CalledDecision'), 'decisionId');
    if (decision) called.set(decision, textOf(element, 'name') ?? id);
  }
  for (const model of index.dmn) {
    const report = reporterOf(findings, model.path);
    for (const gap of readDecisionTables(model).flatMap(findGaps)) {
      const said = { code: `table-${gap.kind}`, element: gap.decision, ...words(gap, called.get(gap.decision)) };
      if (called.has(gap.decision)) report.error(said);
      else report.warning(said);
    }
  }
}

function words(gap: TableGap, caller: string | undefined): { vi: string; en: string } {
  const { vi, en } = gapWords(gap);
  if (caller === undefined) return { vi, en };
  return {
    vi: `${vi} Bước "${caller}" cần kết quả của bảng này: hãy ${gap.kind === 'hole' ? 'thêm một dòng cho trường hợp đó, hoặc khai báo các giá trị có thể có của cột' : 'để chỉ một dòng đúng, hoặc đổi cách chọn dòng'}.`,
    en: `${en} Step "${caller}" needs its result: ${gap.kind === 'hole' ? 'add a row for that case, or list the values that the column can have' : 'let one row hold, or change the hit policy'}.`,
  };
}
