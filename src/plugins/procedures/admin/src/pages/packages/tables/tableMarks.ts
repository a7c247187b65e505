/** What a trial showed, drawn on the table: the rule that was taken and the cells that do not hold, in sign and colour. */
import type { DecidedOne } from '../../../../../shared/decisions-contract';

/** Ids come from a file: what is no plain id is not put into a style. */
const PLAIN = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;
const all = (kind: string, ids: readonly string[], more = '') =>
  ids
    .filter((id) => PLAIN.test(id))
    .map((id) => `td[data-${kind}-id="${id}"]${more}`)
    .join(',');

/** Drawn: not every font has one. */
const TICK =
  'content:"";display:inline-block;width:5px;height:10px;margin-right:8px;border:solid #2f6846;border-width:0 2px 2px 0;transform:rotate(45deg);';

export function tableMarks(decisions: readonly DecidedOne[]): string {
  const rules = decisions.flatMap(({ rules: told }) => told);
  const taken = rules.filter((rule) => rule.taken).map(({ id }) => id);
  const missed = rules.flatMap(({ misses }) => misses ?? []).map(({ id }) => id);
  const style = (selectors: string, body: string) => (selectors ? `${selectors}{${body}}` : '');
  return [
    style(all('row', taken), 'background:#eafbe7;'),
    style(all('row', taken, '.rule-index'), 'background:#c6f0c2;color:#2f6846;font-weight:700;'),
    style(all('row', taken, '.rule-index::before'), TICK),
    style(all('element', missed), 'background:#fcecea;position:relative;'),
    style(
      all('element', missed, '::after'),
      'content:"×";position:absolute;top:0;right:3px;color:#b72b1a;font-weight:700;',
    ),
  ].join('');
}
