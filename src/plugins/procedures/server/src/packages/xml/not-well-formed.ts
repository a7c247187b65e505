// Owns the stop at the first thing that is not well-formed; it never leaves the scanner.

export class NotWellFormed extends Error {
  constructor(
    readonly at: number,
    readonly rule: string,
    readonly vi: string,
    readonly en: string,
  ) {
    super(en);
  }
}
