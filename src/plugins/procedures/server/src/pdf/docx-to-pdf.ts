// Owns the PDF view of a Word file: laid out by docx-preview in a browser, with the page and margins of the file, and
// pages numbered from the second at the top. Headers and footers of the file itself are not printed.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withPage } from './chromium';
import { fontFaces } from './fonts';
import { numberPages } from './number-pages';
import { pageLayout } from './page-layout';

const STYLE = `
  body{margin:0}
  .docx-wrapper,section.docx{all:revert;background:none!important;padding:0!important;margin:0!important;box-shadow:none!important;width:auto!important;min-height:0!important;display:block!important}
  section.docx>article{margin:0!important}
  p{margin-block:0;overflow-wrap:anywhere}
  table{max-width:100%}`;

const RENDER = `window.renderDocx = async (base64) => {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  await window.docx.renderAsync(bytes, document.getElementById('paper'), undefined, {
    inWrapper: false, breakPages: false, ignoreWidth: true, ignoreHeight: true, ignoreFonts: true, useBase64URL: true,
    renderHeaders: false, renderFooters: false, renderAltChunks: false, renderComments: false, renderChanges: false,
  });
  await document.fonts.ready;
};`;

export async function docxToPdf(docx: Buffer): Promise<Buffer> {
  const layout = pageLayout(docx);
  const printed = await withPage(async (page) => {
    await page.setContent(
      `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${fontFaces()}</style></head><body><div id="paper"></div></body></html>`,
    );
    await page.addScriptTag({ content: script(require.resolve('jszip/dist/jszip.min.js')) });
    await page.addScriptTag({
      content: script(path.join(path.dirname(require.resolve('docx-preview')), 'docx-preview.min.js')),
    });
    await page.addScriptTag({ content: RENDER });
    await page.evaluate(`window.renderDocx(${JSON.stringify(docx.toString('base64'))})`);
    await page.addStyleTag({ content: STYLE });
    return page.pdf({ ...layout, printBackground: true });
  });
  return numberPages(printed);
}

const kept = new Map<string, string>();

function script(file: string): string {
  const known = kept.get(file) ?? readFileSync(file, 'utf8');
  kept.set(file, known);
  return known;
}
