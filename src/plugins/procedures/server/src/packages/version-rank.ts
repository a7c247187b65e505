// Owns the order of versions "major.minor.patch".

/** Sorts as text the way the versions follow each other. */
export const versionRank = (version: string): string =>
  version
    .split('.')
    .map((part) => part.padStart(6, '0'))
    .join('.');
