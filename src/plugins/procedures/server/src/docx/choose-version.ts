// Owns which version of a template is in force on a day: the one that took effect last and has not ended; of two that
// took effect on the same day the tenant's own before the package's, and the later before the earlier.

export interface TemplateVersion {
  /** 0 is the package's own; the tenant's begin with 1. */
  readonly version: number;
  /** Day, 2026-11-22. */
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

export function chooseVersion<V extends TemplateVersion>(versions: readonly V[], day: string): V | null {
  const inForce = versions.filter(
    (one) => one.effectiveFrom <= day && (one.effectiveTo === null || one.effectiveTo >= day),
  );
  const order = (a: V, b: V) =>
    a.effectiveFrom === b.effectiveFrom ? b.version - a.version : a.effectiveFrom < b.effectiveFrom ? 1 : -1;
  return [...inForce].sort(order)[0] ?? null;
}
