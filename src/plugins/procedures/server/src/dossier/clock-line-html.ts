// Owns the time line of a case's terms on paper: one axis, a line for each term from its start to its due, pauses hatched,
// replaced dues crossed out, the end marked in words. The table behind it says the same in full.
import type { ClockView } from '../../../shared/contracts';
import { escapeHtml } from '../pdf/html-to-pdf';
import { moment } from './dossier-html';

const WIDTH = 640;
const ROW = 34;
const MARKS: Readonly<Record<string, string>> = {
  MET: 'đúng hạn',
  MISSED: 'trễ hạn',
  SUPERSEDED: 'được thay thế',
  PAUSED: 'tạm dừng',
};

export function clockLineHtml(clocks: readonly ClockView[], now: Date, zone: string): string {
  const time = (instant: string) => new Date(instant).getTime();
  const instants = clocks.flatMap((clock) => [
    time(clock.startAt),
    time(clock.dueAt),
    time(clock.stoppedAt ?? clock.dueAt),
  ]);
  const [from, to] = [Math.min(...instants), Math.max(...instants)];
  const x = (at: number) => Math.round(((at - from) / Math.max(1, to - from)) * WIDTH);
  const rows = clocks.map((clock, index) => {
    const y = index * ROW + 14;
    const [start, due] = [x(time(clock.startAt)), x(time(clock.dueAt))];
    const pauses = clock.pausedRanges.map(({ from: begun, to: ended }) => {
      const left = Math.max(0, x(time(begun)));
      const right = Math.min(WIDTH, x(ended ? time(ended) : now.getTime()));
      return `<rect x="${left}" y="${y + 1}" width="${Math.max(2, right - left)}" height="10" fill="url(#h)" stroke="#000" stroke-width=".5"/>`;
    });
    const cross =
      clock.state === 'SUPERSEDED' ? `<text x="${due}" y="${y + 10}" font-size="12" text-anchor="middle">✕</text>` : '';
    const label = [clock.title.vi, MARKS[clock.state]].filter(Boolean).join(': ');
    return `<text x="0" y="${y - 3}" font-size="10">${escapeHtml(label)}</text><rect x="${start}" y="${y + 3}" width="${Math.max(2, due - start)}" height="6" fill="#999"/>${pauses.join('')}<rect x="${due - 1}" y="${y}" width="2" height="12" fill="#000"/>${cross}`;
  });
  const at = now.getTime();
  const present =
    at >= from && at <= to
      ? `<line x1="${x(at)}" x2="${x(at)}" y1="0" y2="${clocks.length * ROW}" stroke="#000" stroke-dasharray="3 3"/>`
      : '';
  const ends = `<p style="display:flex;justify-content:space-between"><span>${moment(new Date(from).toISOString(), zone)}</span><span>${moment(new Date(to).toISOString(), zone)}</span></p>`;
  return `<h1>Trục thời gian các hạn</h1>${ends}<svg viewBox="-4 0 ${WIDTH + 8} ${clocks.length * ROW + 4}" width="100%"><defs><pattern id="h" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/><rect width="2" height="5" fill="#000"/></pattern></defs>${rows.join('')}${present}</svg>`;
}
