/** By which the server tells a newer saving of what is being typed from an older one. */
export interface DraftStamp {
  /** uuid of the loaded page */
  page: string;
  /** counts the page's savings, from 1 */
  count: number;
  /** `savedAt` of the last saving that the page has seen; null: it has seen none */
  seen: string | null;
}
