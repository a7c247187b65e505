// Owns how whoever signs on another's behalf is named above the signature, as the appointment said when it was made.

export interface SignedUnder {
  prefix: string;
  holder_title: string;
  deputy_title: string;
  /** Whether the signer's own title stands under the title of whom one signs for. */
  own_title: boolean;
}

/** e.g. "KT. TRƯỞNG PHÒNG", "PHÓ TRƯỞNG PHÒNG"; the signer's name follows below the signature. */
export function signatureLines(appointment: SignedUnder): string[] {
  const capitals = (text: string) => text.toLocaleUpperCase('vi');
  const first = `${appointment.prefix} ${capitals(appointment.holder_title)}`.trim();
  return appointment.own_title && appointment.deputy_title ? [first, capitals(appointment.deputy_title)] : [first];
}
