/** The contract of the tables of related rows on a case page: what a package shows of what its events have written. */

/** As in contracts.ts, which reads this file. */
interface Bilingual {
  vi: string;
  en: string;
}
export interface RelatedCell {
  /** type of the attribute: string, text, datetime, date, boolean, integer, decimal, json */
  type: string;
  value: string | number | boolean | null;
  /** words for a code */
  words: Bilingual | null;
}
export interface RelatedTable {
  name: string;
  title: Bilingual;
  columns: { name: string; title: Bilingual }[];
  /** cells in the order of the columns */
  /** of each row, to refer to it */
  ids: string[];
  rows: RelatedCell[][];
}
