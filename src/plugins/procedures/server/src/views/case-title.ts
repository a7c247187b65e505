// Owns the words of a case's state and outcome: the package's own.
import type { PublishedPackage } from '../publishing/package-library';

export function stateTitle(published: PublishedPackage, state: string): { vi: string; en: string } | null {
  return published.read.manifest.states?.[state] ?? null;
}

export function outcomeTitle(published: PublishedPackage, outcome: string | null): { vi: string; en: string } | null {
  return (outcome && published.read.manifest.outcomes?.[outcome]) || null;
}
