// Owns the question which files of a package read a parameter.

/** Paths, sorted. A name inside a longer one does not count. */
export function filesWithParameter(files: ReadonlyMap<string, Buffer>, name: string): string[] {
  const reads = (text: string) => [...text.matchAll(/\bparams\.([\p{L}\p{N}_]+)/gu)].some(([, read]) => read === name);
  return [...files]
    .filter(([path, content]) => /\.(bpmn|dmn|form|json)$/.test(path) && reads(content.toString('utf8')))
    .map(([path]) => path)
    .sort();
}
