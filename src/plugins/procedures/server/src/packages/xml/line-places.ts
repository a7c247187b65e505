// Owns turning a position in a text into its line and column.
import type { XmlPlace } from './xml-node';

export class LinePlaces {
  readonly #starts = [0];

  constructor(text: string) {
    for (let next = text.indexOf('\n'); next !== -1; next = text.indexOf('\n', next + 1)) this.#starts.push(next + 1);
  }

  placeOf(at: number): XmlPlace {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#starts[middle] <= at) low = middle;
      else high = middle;
    }
    return { line: low + 1, column: at - this.#starts[low] + 1 };
  }
}
