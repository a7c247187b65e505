// Owns the printing of a page of ours: A4, the letters of documents. The HTML is made by us and every text in it escaped.
import { withPage } from './chromium';
import { fontFaces } from './fonts';

const MARGIN = { top: '20mm', right: '15mm', bottom: '20mm', left: '30mm' };

/** `body` is HTML; `style` comes after the letters. */
export function htmlToPdf(body: string, style = '', margin: typeof MARGIN = MARGIN): Promise<Buffer> {
  return withPage(async (page) => {
    await page.setContent(
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${fontFaces()} body{margin:0;font:13pt/1.35 "Times New Roman";color:#000} ${style}</style></head><body>${body}</body></html>`,
    );
    await page.evaluate('document.fonts.ready');
    return page.pdf({ format: 'A4', margin, printBackground: true });
  });
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: unknown): string =>
  String(text ?? '').replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
