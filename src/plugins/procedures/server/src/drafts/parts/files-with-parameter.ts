// Owns the question which files of a package read a parameter.
import { parametersRead } from '../../packages/parameters-read';

/** Paths, sorted. A name inside a longer one does not count. */
export function filesWithParameter(files: ReadonlyMap<string, Buffer>, name: string): string[] {
  return [...files]
    .filter(
      ([path, content]) =>
        /\.(bpmn|dmn|form|json)$/.test(path) && parametersRead(content.toString('utf8')).includes(name),
    )
    .map(([path]) => path)
    .sort();
}
