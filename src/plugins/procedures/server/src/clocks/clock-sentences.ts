// Owns the sentences that explain how a due was reached, in Vietnamese and English. They explain; nothing parses them.

import { type Calendar, daysOffBetween } from '../calendars/calendar';
import { addMonths, type Day, endsAtMonthEnd, weekdayOf } from '../calendars/day';
import { dayOf, timeOf } from '../calendars/local-time';
import type { LocalText } from '../packages/types';

const WEEKDAYS_VI = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật'];
const WEEKDAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export function continuousSentence(from: Date, to: Date, length: number, unit: string, calendar: Calendar): LocalText {
  const [start, end] = [instantText(from, calendar), instantText(to, calendar)];
  return unit === 'minutes'
    ? { vi: `${start.vi} + ${length} phút = ${end.vi}`, en: `${start.en} + ${length} minutes = ${end.en}` }
    : {
        vi: `${start.vi} + ${length} giờ liên tục (không trừ đêm, ngày nghỉ) = ${end.vi}`,
        en: `${start.en} + ${length} hours, nights and days off included = ${end.en}`,
      };
}

export function calendarDaysSentence(from: Date, nominal: Day, length: number, calendar: Calendar): LocalText {
  const [start, end] = [instantText(from, calendar), dayText(nominal)];
  return {
    vi: `Nhận ${start.vi}; không tính ngày nhận; + ${length} ngày = hết 24:00 ${end.vi}`,
    en: `Received ${start.en}; that day is not counted; + ${length} days = end of ${end.en}`,
  };
}

export function workingDaysSentence(from: Date, last: Day, length: number, calendar: Calendar): LocalText {
  const [start, end] = [instantText(from, calendar), dayText(last)];
  const off = daysOffBetween(calendar, dayOf(from, calendar.timeZone), last).map(shortDate).join(', ');
  return {
    vi: `Nhận ${start.vi}; không tính ngày nhận; + ${length} ngày làm việc${off && ` (bỏ qua ${off})`} = hết 24:00 ${end.vi}`,
    en: `Received ${start.en}; that day is not counted; + ${length} working days${off && ` (stepping over ${off})`} = end of ${end.en}`,
  };
}

export function monthsSentence(from: Day, length: number): LocalText {
  const end = dayText(addMonths(from, length));
  const short = endsAtMonthEnd(from, length);
  return {
    vi: `Từ ngày ${date(from)} + ${length} tháng = hết 24:00 ${end.vi}${short ? ' (tháng không có ngày trùng nên lấy ngày cuối tháng)' : ''}`,
    en: `From ${date(from)} + ${length} months = end of ${end.en}${short ? ' (no such day in that month, so its last day)' : ''}`,
  };
}

export function daysBeforeSentence(title: LocalText, base: Day, nominal: Day, length: number): LocalText {
  const [end, last] = [dayText(base), dayText(nominal)];
  return {
    vi: `${title.vi}: hết hạn danh nghĩa ${end.vi} − ${length} ngày = chậm nhất 24:00 ${last.vi} (tính lùi, không kéo sang ngày sau dù là ngày nghỉ)`,
    en: `${title.en}: nominal end ${end.en} − ${length} days = by the end of ${last.en} (counted back, never moved later even on a day off)`,
  };
}

/** What is added when the last day is off and the term ends on the next working day. */
export function rollingSentence(nominal: Day, rolled: Day, calendar: Calendar): LocalText {
  const name = calendar.holidays.has(nominal) ? calendar.dayNames?.get(nominal) : undefined;
  const [off, next] = [dayText(nominal), dayText(rolled)];
  return {
    vi: `; ngày cuối ${date(nominal)} là ngày nghỉ (${name ?? off.weekdayVi}) nên lùi sang ngày làm việc kế tiếp ${next.vi}`,
    en: `; the last day ${date(nominal)} is a day off (${name ?? off.weekdayEn}), so the next working day ${next.en}`,
  };
}

export function capSentence(rule: string, due: Date, calendar: Calendar): LocalText {
  const at = instantText(due, calendar);
  return { vi: `; nhưng không muộn hơn hạn ${rule}: ${at.vi}`, en: `; but not after the due of ${rule}: ${at.en}` };
}

export function pauseSentence(from: Date, to: Date, added: string, addedEn: string, calendar: Calendar): LocalText {
  const [start, end] = [instantText(from, calendar), instantText(to, calendar)];
  return {
    vi: `tạm dừng từ ${start.vi} đến ${end.vi}, cộng thêm ${added}`,
    en: `paused from ${start.en} to ${end.en}, ${addedEn} added`,
  };
}

export function recomputedSentence(revision: number): LocalText {
  return { vi: `Tính lại theo lịch bản ${revision}: `, en: `Recomputed by calendar revision ${revision}: ` };
}

export function joinSentences(...parts: LocalText[]): LocalText {
  return { vi: parts.map((part) => part.vi).join(''), en: parts.map((part) => part.en).join('') };
}

export function dayText(day: Day): LocalText & { weekdayVi: string; weekdayEn: string } {
  const index = weekdayOf(day) - 1;
  const [weekdayVi, weekdayEn] = [WEEKDAYS_VI[index] ?? '', WEEKDAYS_EN[index] ?? ''];
  return { vi: `${weekdayVi} ${date(day)}`, en: `${weekdayEn} ${date(day)}`, weekdayVi, weekdayEn };
}

function instantText(instant: Date, { timeZone }: Calendar): LocalText {
  const [day, time] = [dayText(dayOf(instant, timeZone)), timeOf(instant, timeZone)];
  return { vi: `${day.vi} ${time}`, en: `${day.en} ${time}` };
}

function date(day: Day): string {
  const [year, month, number] = day.split('-');
  return `${number}/${month}/${year}`;
}

function shortDate(day: Day): string {
  return date(day).slice(0, 5);
}
