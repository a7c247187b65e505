// Owns reading a JSON body that is larger than what `strapi::body` takes from anybody: only after the sender has been let
// in, and never more than its route allows.
import { ProblemError } from '../problems/problem-error';
import { refuseUnstorable } from '../problems/refuse-unstorable';
import type { RouteContext } from './respond';

export async function readLargeJson(
  context: RouteContext,
  limit: number,
  tooLarge: () => ProblemError,
): Promise<Record<string, unknown>> {
  const { req } = context;
  const pieces: Buffer[] = [];
  let size = 0;
  // Read to its end, so that whoever is still sending hears why; nothing over the limit is kept.
  for await (const piece of req) {
    size += (piece as Buffer).length;
    if (size > 4 * limit) req.destroy();
    if (size <= limit) pieces.push(piece as Buffer);
  }
  if (size > limit) throw tooLarge();
  const body = parsed(Buffer.concat(pieces).toString('utf8'));
  refuseUnstorable(body);
  return body && typeof body === 'object' && !Array.isArray(body) ? (body as Record<string, unknown>) : {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError({
      code: 'BODY_UNREADABLE',
      status: 400,
      vi: 'Nội dung gửi lên không đọc được. Hãy tải lại trang rồi lưu lại.',
      en: 'Expected JSON, but the body cannot be read. Load the page again and save once more.',
    });
  }
}
