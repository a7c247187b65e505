import { type Box, paperFor, sheetsOf, surfaceOf } from '../../../src/plugins/procedures/server/src/pdf/diagram-sheets';

const box = (width: number, height: number): Box => ({ x: -40, y: 25, width, height });
const parts = (drawing: Box) => sheetsOf(drawing, paperFor([drawing])).filter((sheet) => sheet.part);

describe('a drawing on paper', () => {
  it('is one sheet of A4 when its words can be read there, else of A3', () => {
    expect(paperFor([box(900, 400)]).name).toBe('A4');
    expect(sheetsOf(box(900, 400), paperFor([box(900, 400)]))).toEqual([{ view: box(900, 400), part: null }]);
    expect(paperFor([box(1_900, 900)]).name).toBe('A3');
    expect(parts(box(1_900, 900))).toEqual([]);
  });

  it('has one size of paper with the other drawings of its file', () => {
    expect(paperFor([box(300, 200), box(3_000, 2_000)]).name).toBe('A3');
  });

  it('that is too large for a sheet is shown whole, then in parts that are readable', () => {
    const drawing = box(3_700, 3_500);
    const paper = paperFor([drawing]);
    const [whole, ...rest] = sheetsOf(drawing, paper);
    expect(whole).toEqual({ view: drawing, part: null });
    expect(rest.length).toBeGreaterThan(1);
    const surface = surfaceOf(paper);
    for (const { view } of rest)
      expect(Math.min(surface.width / view.width, surface.height / view.height)).toBeGreaterThanOrEqual(0.72 - 1e-9);
  });

  it('loses nothing between its parts: each begins within the one before, and the last ends where the drawing ends', () => {
    const drawing = box(3_700, 3_500);
    const along = (row: number) => parts(drawing).filter((sheet) => sheet.part?.row === row);
    const first = along(1);
    expect(first[0]?.view.x).toBe(drawing.x);
    first.slice(1).forEach((sheet, index) => {
      const before = first[index]?.view as Box;
      expect(sheet.view.x).toBeLessThan(before.x + before.width);
    });
    const last = first.at(-1)?.view as Box;
    expect(last.x + last.width).toBeCloseTo(drawing.x + drawing.width);
    const bottom = parts(drawing).at(-1)?.view as Box;
    expect(bottom.y + bottom.height).toBeCloseTo(drawing.y + drawing.height);
  });

  it('is cut in one direction only when it is long and low', () => {
    expect(new Set(parts(box(6_000, 500)).map((sheet) => sheet.part?.row))).toEqual(new Set([1]));
  });
});
