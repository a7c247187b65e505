// Owns how a failed call is understood. Only what the engine itself decided is a rejection; all else left open whether
// the command was executed.
import type { Rejected, Unclear } from './engine';

// gRPC status -> the word that Zeebe's own rejection records use
const REJECTIONS: Readonly<Record<number, string>> = {
  3: 'INVALID_ARGUMENT',
  5: 'NOT_FOUND',
  6: 'ALREADY_EXISTS',
  7: 'PERMISSION_DENIED',
  9: 'INVALID_STATE',
  11: 'OUT_OF_RANGE',
  12: 'UNIMPLEMENTED',
};
const STATUS_NAMES = [
  ...['OK', 'CANCELLED', 'UNKNOWN', 'INVALID_ARGUMENT', 'DEADLINE_EXCEEDED', 'NOT_FOUND', 'ALREADY_EXISTS'],
  ...['PERMISSION_DENIED', 'RESOURCE_EXHAUSTED', 'FAILED_PRECONDITION', 'ABORTED', 'OUT_OF_RANGE', 'UNIMPLEMENTED'],
  ...['INTERNAL', 'UNAVAILABLE', 'DATA_LOSS', 'UNAUTHENTICATED'],
];
const LONGEST_MESSAGE = 2000;

export function answerOf(error: unknown): Rejected | Unclear {
  const { code, details, message } = error as { code?: number; details?: string; message?: string };
  const text = (details || message || String(error)).slice(0, LONGEST_MESSAGE);
  const rejection = typeof code === 'number' ? REJECTIONS[code] : undefined;
  if (rejection) return { status: 'rejected', code: rejection, message: text };
  const name = typeof code === 'number' ? (STATUS_NAMES[code] ?? `STATUS_${code}`) : 'NO_STATUS';
  return { status: 'unclear', message: `${name}: ${text}` };
}
