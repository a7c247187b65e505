import { withoutMarks } from '../../../text/withoutMarks';

/** `scenarios/ho-so-khan.json` of "Hồ sơ khẩn"; another of that name gets a number. */
export function fileNameOf(title: string, taken: readonly string[]): string {
  const plain = withoutMarks(title)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  const base = `scenarios/${plain || 'kich-ban'}`;
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `${base}.json` : `${base}-${n}.json`;
    if (!taken.includes(name)) return name;
  }
}
