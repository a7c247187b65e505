/** `đồng hồ` as `dong ho`: Vietnamese words without their marks, in small letters. */
export const withoutMarks = (words: string): string =>
  words.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
