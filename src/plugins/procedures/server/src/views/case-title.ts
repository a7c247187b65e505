// Owns the words of a case's state and outcome: the package's own.
import type { PublishedPackage } from '../publishing/package-library';

export function stateTitle(published: PublishedPackage, state: string): { vi: string; en: string } | null {
  return published.read.manifest.states?.[state] ?? null;
}

export function outcomeTitle(published: PublishedPackage, outcome: string | null): { vi: string; en: string } | null {
  return (outcome && published.read.manifest.outcomes?.[outcome]) || null;
}

/** The words of a state by whichever package knows it. */
export function stateWords(packages: readonly PublishedPackage[], state: string): { vi: string; en: string } {
  for (const published of packages) {
    const title = stateTitle(published, state);
    if (title) return title;
  }
  return { vi: state, en: state };
}
