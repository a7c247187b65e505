// Owns the PDF of a drawing: drawn by the viewer of the modeler in the printing browser, so that it looks as on the screen,
// as lines and letters and not as a picture, with the letters of documents.
import { readFileSync } from 'node:fs';
import { ProblemError } from '../problems/problem-error';
import { withPage } from './chromium';
import { type Box, HEAD_MM, MARGIN_MM, paperFor, type Sheet, sheetsOf } from './diagram-sheets';
import { fontFaces } from './fonts';
import { escapeHtml } from './html-to-pdf';

export interface DiagramWords {
  title: string;
  /** which version, and when it was printed */
  about: string;
}

interface Drawing {
  name: string;
  view: Box;
  body: string;
}

/** A diagram may have several planes: one for the whole, one for each sub-process that is drawn apart. */
const DRAW = `window.drawDiagram = async (xml) => {
  try {
    await Promise.all(['12px', 'bold 12px'].map((font) => document.fonts.load(font + ' "Times New Roman"', 'aạđ')));
    const letters = { fontFamily: '"Times New Roman"', fontSize: 12, lineHeight: 1.2 };
    const viewer = new BpmnJS({ container: '#stage', textRenderer: { defaultStyle: letters, externalStyle: letters } });
    await viewer.importXML(xml);
    const canvas = viewer.get('canvas');
    const drawings = [];
    for (const root of canvas.getRootElements()) {
      canvas.setRootElement(root);
      const { svg } = await viewer.saveSVG();
      const drawn = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
      const [x, y, width, height] = drawn.getAttribute('viewBox').split(' ').map(Number);
      if (!(width > 0 && height > 0)) continue;
      drawings.push({ name: root.businessObject.name || '', view: { x, y, width, height }, body: drawn.innerHTML });
    }
    viewer.destroy();
    return { drawings };
  } catch (error) {
    return { failed: String(error && error.message || error).split('\\n')[0] };
  }
};`;

const STYLE = `
  @page{margin:0} body{margin:0;font:10pt/1.3 "Times New Roman";color:#000}
  section{box-sizing:border-box;padding:${MARGIN_MM}mm;break-after:page;overflow:hidden} section:last-of-type{break-after:auto}
  header{height:${HEAD_MM - 2}mm;display:flex;justify-content:space-between;align-items:flex-start;gap:8mm}
  header b{font-size:13pt} header span{display:block} header div:last-child{text-align:right;white-space:nowrap}
  section>svg{display:block;width:100%;border:.2mm solid #999;box-sizing:border-box}
  .once{position:absolute;width:0;height:0} .grid{fill:none;stroke:#777;stroke-dasharray:24 16;stroke-width:4} .no{font:600 90px "Times New Roman";fill:#777}`;

export function diagramToPdf(xml: string, words: DiagramWords): Promise<Buffer> {
  return withPage(async (page) => {
    await page.setContent(
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${fontFaces()}</style></head><body><div id="stage" style="width:1000px;height:800px"></div></body></html>`,
    );
    await page.addScriptTag({
      content: readFileSync(require.resolve('bpmn-js/dist/bpmn-viewer.production.min.js'), 'utf8'),
    });
    await page.addScriptTag({ content: DRAW });
    const { drawings = [], failed } = (await page.evaluate(`window.drawDiagram(${JSON.stringify(xml)})`)) as {
      drawings?: Drawing[];
      failed?: string;
    };
    if (failed !== undefined || drawings.length === 0) return failed ?? 'nothing drawn';
    const paper = paperFor(drawings.map(({ view }) => view));
    const html = sheets(drawings, words, paper);
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(html)}`);
    await page.addStyleTag({
      content: `${STYLE} section{width:${paper.width}mm;height:${paper.height}mm} section>svg{height:${paper.height - 2 * MARGIN_MM - HEAD_MM}mm}`,
    });
    return page.pdf({ width: `${paper.width}mm`, height: `${paper.height}mm`, printBackground: true });
  }).then((printed) => {
    if (typeof printed !== 'string') return printed;
    throw new ProblemError({
      code: 'DIAGRAM_UNREADABLE',
      status: 422,
      vi: `Cần một sơ đồ vẽ được, nhưng không mở được: ${printed}. Hãy sửa sơ đồ rồi xuất lại.`,
      en: `Expected a diagram that can be drawn, but it cannot be opened: ${printed}. Correct it and export again.`,
    });
  });
}

function sheets(
  drawings: readonly Drawing[],
  { title, about }: DiagramWords,
  paper: ReturnType<typeof paperFor>,
): string {
  const all = drawings.flatMap((drawing, index) =>
    sheetsOf(drawing.view, paper).map((sheet, _at, ofThis) => ({ sheet, ofThis, drawing, id: `plane-${index}` })),
  );
  // Each drawing is there once, and every sheet looks at its part of it.
  const once = drawings.map(({ body }, index) => `<svg class="once"><g id="plane-${index}">${body}</g></svg>`).join('');
  const pages = all.map(({ sheet, ofThis, drawing, id }, index) => {
    const { x, y, width, height } = sheet.view;
    const first = index - ofThis.indexOf(sheet);
    const name = [title, drawing.name].filter((one, at, list) => one && list.indexOf(one) === at).join(' · ');
    const part = sheet.part ? `hàng ${sheet.part.row}, cột ${sheet.part.column}` : '';
    const number = [`Tờ ${index + 1}/${all.length}`, part].filter(Boolean).join(' · ');
    return `<section><header><div><b>${escapeHtml(name)}</b><span>${escapeHtml(about)}</span></div><div>${number}</div></header><svg viewBox="${x} ${y} ${width} ${height}"><use href="#${id}"/>${sheet.part ? '' : grid(ofThis, first)}</svg></section>`;
  });
  return once + pages.join('');
}

/** On the whole: which sheet shows which part. */
const grid = (all: readonly Sheet[], first: number): string =>
  all
    .map(({ view, part }, index) =>
      part
        ? `<rect class="grid" x="${view.x}" y="${view.y}" width="${view.width}" height="${view.height}"/><text class="no" x="${view.x + 30}" y="${view.y + 100}">${first + index + 1}</text>`
        : '',
    )
    .join('');
