// Owns the scenario files of a package as they are written. That they are JSON was settled when the package was read.
import type { ReadPackage } from '../read-package';

export const readScenarios = (read: ReadPackage): { file: string; scenario: unknown }[] =>
  read.files
    .filter((file) => file.kind === 'scenario')
    .map((file) => ({ file: file.path, scenario: JSON.parse(file.content.toString('utf8')) as unknown }))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
