/** What a step of a scenario is called in which only time passes: nobody reads "P3D". */
import type { Bilingual } from './contracts';

interface Advance {
  to?: string;
  by?: string;
}

const UNITS: [RegExp, string, string][] = [
  [/(\d+)D/, 'ngày', 'd'],
  [/(\d+)H/, 'giờ', 'h'],
  [/(\d+)M/, 'phút', 'min'],
  [/(\d+)S/, 'giây', 's'],
];

export function timePassed({ to, by }: Advance): Bilingual {
  if (to === 'nextDue') return { vi: 'Đến hạn kế tiếp', en: 'To the next due instant' };
  if (to) return { vi: `Đến lúc ${shown(to)}`, en: `Until ${shown(to)}` };
  const parts = UNITS.flatMap(([sign, vi, en]) => {
    const count = sign.exec(by ?? '')?.[1];
    return count ? [{ vi: `${count} ${vi}`, en: `${count} ${en}` }] : [];
  });
  const all = (language: keyof Bilingual) => parts.map((part) => part[language]).join(' ') || (by ?? '');
  return { vi: `Thời gian trôi: ${all('vi')}`, en: `Time passes: ${all('en')}` };
}

/** The same in both languages, in the zone of the offices. */
function shown(instant: string): string {
  const at = new Date(instant);
  if (Number.isNaN(at.getTime())) return instant;
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(at);
  return parts.replace(',', '');
}
