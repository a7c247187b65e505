/** Beside an act that was done on another's behalf: for whom, how it is signed, under which document. */
export interface ActingNote {
  id: string;
  holder: { id: string; name: string };
  signature: string[];
  documentNo: string;
}
