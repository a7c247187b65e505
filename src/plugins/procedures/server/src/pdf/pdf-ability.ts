// Owns the answer to "can this server make PDFs?", without starting anything: a page asks it to say what is missing.
import type { PdfAbility } from '../../../shared/documents-contract';
import { browserFailure, cannotPrint } from './chromium';

export async function pdfAbility(): Promise<PdfAbility> {
  const failure = browserFailure() ?? missingModule();
  if (failure === null) return { available: true, reason: null };
  const { vi, en } = cannotPrint(failure);
  return { available: false, reason: { vi, en } };
}

function missingModule(): string | null {
  try {
    for (const name of ['playwright-core', '@sparticuz/chromium', 'docx-preview']) require.resolve(name);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.split('\n')[0] : String(error);
  }
}
