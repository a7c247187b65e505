// Owns page numbers: Arabic, centred at the top, from the second page on.
import { PDFDocument, StandardFonts } from 'pdf-lib';

export async function numberPages(pdf: Buffer): Promise<Buffer> {
  const document = await PDFDocument.load(pdf);
  const pages = document.getPages();
  if (pages.length > 1) {
    const font = await document.embedFont(StandardFonts.TimesRoman);
    pages.slice(1).forEach((page, index) => {
      const text = String(index + 2);
      page.drawText(text, {
        x: (page.getWidth() - font.widthOfTextAtSize(text, 13)) / 2,
        y: page.getHeight() - 34,
        size: 13,
        font,
      });
    });
  }
  return Buffer.from(await document.save());
}
