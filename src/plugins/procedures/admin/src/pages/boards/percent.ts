/** A share in words, e.g. `85,7 %`; null: of nothing. Never rounded up to all. */
export function percent(part: number, whole: number, language: string): string | null {
  if (whole === 0) return null;
  const tenths = Math.floor((part * 1000) / whole) / 10;
  return `${tenths.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB')} %`;
}
