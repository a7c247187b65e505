// Owns the size of the page and its margins, as the Word file has them: Word measures in twentieths of a point.
import { openDocx } from '../docx/open-docx';

export interface PageLayout {
  width: string;
  height: string;
  margin: { top: string; right: string; bottom: string; left: string };
}

/** A4 with the margins that are usual, where the file does not say. */
export function pageLayout(docx: Buffer): PageLayout {
  const xml = openDocx(docx).get('word/document.xml')?.toString('utf8') ?? '';
  const size = /<w:pgSz\b[^>]*>/.exec(xml)?.[0] ?? '';
  const margin = /<w:pgMar\b[^>]*>/.exec(xml)?.[0] ?? '';
  const read = (tag: string, name: string, fallback: number) => {
    const found = Number(new RegExp(`w:${name}="(\\d+)"`).exec(tag)?.[1]);
    return `${((Number.isFinite(found) ? found : fallback) / 1440).toFixed(4)}in`;
  };
  return {
    width: read(size, 'w', 11906),
    height: read(size, 'h', 16838),
    margin: {
      top: read(margin, 'top', 1134),
      right: read(margin, 'right', 850),
      bottom: read(margin, 'bottom', 1134),
      left: read(margin, 'left', 1701),
    },
  };
}
