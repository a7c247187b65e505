// Owns what a piece of a case's file is.

export interface Piece {
  title: string;
  number: string;
  /** As it stands in the list of contents: 22/11/2026. */
  date: string;
  pdf: Buffer;
}
