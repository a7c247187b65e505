/** Days of a month as a calendar sheet shows them: weeks from Monday, days as `YYYY-MM-DD`. Pure date arithmetic in UTC. */
export interface MonthDay {
  day: string;
  date: number;
  /** ISO weekday, 1 = Monday */
  weekday: number;
}

const pad = (value: number) => String(value).padStart(2, '0');

export function isoWeekday(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export function monthDays(year: number, month: number): MonthDay[] {
  const count = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return Array.from({ length: count }, (_, index) => {
    const day = `${year}-${pad(month)}-${pad(index + 1)}`;
    return { day, date: index + 1, weekday: isoWeekday(day) };
  });
}
