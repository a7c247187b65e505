// Owns the letters: Tinos has the widths of Times New Roman and every Vietnamese letter, and stands in for it, embedded,
// so that a PDF looks the same on a server without any fonts.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const SUBSETS: Readonly<Record<string, string>> = {
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  'latin-ext': 'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
};

let kept: string | null = null;

/** The @font-face rules for "Times New Roman", with the fonts in them. */
export function fontFaces(): string {
  kept ??= [400, 700].flatMap((weight) => ['normal', 'italic'].flatMap((style) => faces(weight, style))).join('\n');
  return kept;
}

function faces(weight: number, style: string): string[] {
  const folder = path.join(path.dirname(require.resolve('@fontsource/tinos/package.json')), 'files');
  return Object.entries(SUBSETS).map(([subset, range]) => {
    const font = readFileSync(path.join(folder, `tinos-${subset}-${weight}-${style}.woff2`)).toString('base64');
    return `@font-face{font-family:"Times New Roman";font-weight:${weight};font-style:${style};unicode-range:${range};src:url(data:font/woff2;base64,${font}) format("woff2")}`;
  });
}
