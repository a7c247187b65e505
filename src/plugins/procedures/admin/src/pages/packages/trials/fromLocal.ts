/** What a field of date and time means in a scenario's file: the time of the offices, with its offset written out. */
export const fromLocal = (text: string): string => `${text}:00+07:00`;
