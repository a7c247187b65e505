/** What is chosen of a list of many, in words: the design system's tags have buttons without a name. */
export const chosenWords =
  (choices: readonly [value: string, words: string][]) =>
  (values: string[] = []): string => {
    const known = new Map(choices);
    return values.map((value) => known.get(value) ?? value).join('; ');
  };
