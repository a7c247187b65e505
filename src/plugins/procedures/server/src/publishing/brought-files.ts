// Owns which files a program may bring: as many as a package has, under names that lie inside it.
import { ProblemError } from '../problems/problem-error';

const PATH = /^[\p{L}\p{N}_-][\p{L}\p{N}_.-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}_.-]*){0,3}$/u;
const MOST_FILES = 2_000;

export interface Brought {
  /** Content as base64, by path. */
  files: Record<string, unknown>;
  /** The version that they were made from; undefined: nothing is said. */
  basedOn: unknown;
}

export function broughtFiles(files: Brought['files']): Map<string, Buffer> {
  const paths = Object.keys(files);
  const odd = paths.find((path) => path.length > 200 || !PATH.test(path));
  if (odd !== undefined || paths.length === 0 || paths.length > MOST_FILES) throw oddFiles(odd ?? '');
  return new Map(paths.map((path) => [path, Buffer.from(String(files[path]), 'base64')]));
}

const oddFiles = (path: string) =>
  new ProblemError({
    code: 'PACKAGE_FILES_REFUSED',
    status: 422,
    vi: `Cần từ 1 đến ${MOST_FILES} tệp có tên nằm trong gói, nhưng có tên "${path}".`,
    en: `Expected 1 to ${MOST_FILES} files with names inside the package, but got "${path}".`,
  });
