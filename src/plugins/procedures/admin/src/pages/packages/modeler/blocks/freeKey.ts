import { withoutMarks } from '../../../../text/withoutMarks';

/** Makes a key out of Vietnamese words: nobody types one. */
export function freeKey(words: string, joint: '-' | '_', isTaken: (key: string) => boolean): string {
  const plain =
    withoutMarks(words)
      .replace(/[^a-z0-9]+/g, joint)
      .replace(/^[^a-z]+|[-_]+$/g, '')
      .slice(0, 40) || 'buoc';
  for (let count = 1; ; count += 1) {
    const key = count === 1 ? plain : `${plain}${joint}${count}`;
    if (!isTaken(key)) return key;
  }
}
