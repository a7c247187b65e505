// Owns the numbers of a file's pages ("Bút lục n"), printed as an overlay by the same browser, so that they have the
// same letters, whatever a page's own fonts are.
import { PDFDocument } from 'pdf-lib';
import { htmlToPdf } from '../pdf/html-to-pdf';

const STYLE =
  '.n{height:296mm;break-after:page;position:relative;overflow:hidden} .n b{position:absolute;top:7mm;right:12mm;font-size:11pt}';
const NONE = { top: '0', right: '0', bottom: '0', left: '0' };

export async function stampPages(body: PDFDocument): Promise<Buffer> {
  const count = body.getPageCount();
  const html = Array.from({ length: count }, (_one, index) => `<div class="n"><b>Bút lục ${index + 1}</b></div>`).join(
    '',
  );
  const overlay = await PDFDocument.load(await htmlToPdf(html, STYLE, NONE));
  const marks = await body.embedPdf(overlay, overlay.getPageIndices().slice(0, count));
  body.getPages().forEach((page, index) => {
    const mark = marks[index];
    // At the top right of the page, whatever its size.
    if (mark) page.drawPage(mark, { x: page.getWidth() - mark.width, y: page.getHeight() - mark.height });
  });
  return Buffer.from(await body.save());
}
