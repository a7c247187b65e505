import { useText } from '../../text/useText';

/** An instant as the pages show it, in the zone of the offices. */
export function useInstant(): (instant: string) => string {
  const { language } = useText();
  const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
    timeZone: 'Asia/Ho_Chi_Minh',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (instant) => format.format(new Date(instant));
}
