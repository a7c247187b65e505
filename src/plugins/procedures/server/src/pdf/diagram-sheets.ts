// Owns how a drawing is laid on paper: A4 where its words stay readable there, else A3; and where one sheet is too small
// for them, a sheet with the whole, and after it the parts, row by row, each a little into the next.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Sheet {
  view: Box;
  /** null: the whole drawing */
  part: { row: number; column: number } | null;
}

export interface Paper {
  name: 'A4' | 'A3';
  /** Millimetres, lying. */
  width: number;
  height: number;
}

const PAPERS: readonly [Paper, Paper] = [
  { name: 'A4', width: 297, height: 210 },
  { name: 'A3', width: 420, height: 297 },
];
export const MARGIN_MM = 10;
export const HEAD_MM = 14;
const PX_A_MM = 96 / 25.4;
/** A label of 12 px is then 6.5 points on paper. */
const READABLE = 0.72;
const OVERLAP = 60;

/** The size of what is drawn on, in pixels of the page. */
export const surfaceOf = ({ width, height }: Paper) => ({
  width: (width - 2 * MARGIN_MM) * PX_A_MM,
  height: (height - 2 * MARGIN_MM - HEAD_MM) * PX_A_MM,
});

const scaleOn = (paper: Paper, { width, height }: Box): number => {
  const surface = surfaceOf(paper);
  return Math.min(surface.width / width, surface.height / height);
};

/** One size of paper for all drawings of a file. */
export function paperFor(drawings: readonly Box[]): Paper {
  return PAPERS.find((paper) => drawings.every((box) => scaleOn(paper, box) >= READABLE)) ?? PAPERS[1];
}

export function sheetsOf(drawing: Box, paper: Paper): Sheet[] {
  const whole: Sheet = { view: drawing, part: null };
  if (scaleOn(paper, drawing) >= READABLE) return [whole];
  const surface = surfaceOf(paper);
  const most = { width: surface.width / READABLE, height: surface.height / READABLE };
  const columns = pieces(drawing.x, drawing.width, most.width);
  const rows = pieces(drawing.y, drawing.height, most.height);
  return [
    whole,
    ...rows.flatMap((top, row) =>
      columns.map(
        (left, column): Sheet => ({
          view: { x: left.from, y: top.from, width: left.length, height: top.length },
          part: { row: row + 1, column: column + 1 },
        }),
      ),
    ),
  ];
}

/** As few as will do, all of one length. */
function pieces(from: number, length: number, most: number): { from: number; length: number }[] {
  const count = length <= most ? 1 : Math.ceil((length - OVERLAP) / (most - OVERLAP));
  const each = (length + (count - 1) * OVERLAP) / count;
  return Array.from({ length: count }, (_one, index) => ({ from: from + index * (each - OVERLAP), length: each }));
}
