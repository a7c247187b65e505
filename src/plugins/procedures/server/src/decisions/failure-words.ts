// Owns why the engine came to no decision, in words for people. Pure.
import type { DecidedOne } from '../../../shared/decisions-contract';
import type { LocalText } from '../packages/types';

/** Policies that allow one result only. */
const ONE_ONLY = ['UNIQUE', 'ANY'];

export function failureWords(said: string, failed: string | null, decisions: readonly DecidedOne[]): LocalText {
  const decision = decisions.find(({ id }) => id === failed);
  const holding = (decision?.rules ?? []).filter(({ misses }) => misses?.length === 0).map(({ rule }) => rule);
  if (decision && ONE_ONLY.includes(decision.hitPolicy ?? '') && holding.length > 1)
    return {
      vi: `Bảng "${decision.name}": các dòng ${holding.join(', ')} cùng khớp mà cho kết quả khác nhau, trong khi bảng chỉ nhận một kết quả (${decision.hitPolicy}). Hồ sơ thật sẽ dừng lại ở đây với sự cố: hãy sửa cho chỉ một dòng khớp, hoặc đổi cách chọn dòng của bảng.`,
      en: `Table "${decision.name}": rules ${holding.join(', ')} all match, but the table takes one result only (${decision.hitPolicy}). A real case would stand still here with an incident: let only one rule match, or change the hit policy.`,
    };
  if (said === 'PROCESSING_ERROR')
    return {
      vi: 'Máy gặp lỗi bên trong khi tính bảng này, thường vì một cột hoặc một dòng không có mã (id). Hãy mở bảng ở dạng văn bản và cho mỗi <input>, <output>, <rule> một id; hồ sơ thật sẽ dừng lại ở đây.',
      en: 'The engine met an error of its own over this table, mostly because a column or a rule has no id. Open the file as text and give each <input>, <output> and <rule> an id: a real case would stand still here.',
    };
  return {
    vi: `Máy không quyết định được; hồ sơ thật sẽ dừng lại ở đây với sự cố: ${said}`,
    en: `The engine broke off, and a real case would stand still here with an incident: ${said}`,
  };
}
