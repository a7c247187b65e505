// Owns how words are compared in a search: without diacritics and in small letters, so that "trom cap" finds "Trộm cắp".
// The same as procedures.search_words in database/migrations/0005_task_list.sql; a test holds the two together.

export function searchWords(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}
