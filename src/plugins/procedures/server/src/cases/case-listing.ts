// Owns what lists know of a case besides its state: the manifest's summary title and facets. Neither identifies anybody:
// the title by the contract of packages, a facet because only codes that a form offers, numbers and yes or no are kept.
import { feelContext } from '../context/feel-context';
import { resolveFeel } from '../feel/resolve-feel';
import type { ReadPackage } from '../packages/read-package';
import type { FormComponent } from '../packages/types';
import type { CaseRecord } from '../storage/rows';

export interface CaseListing {
  title: string;
  /** `path=value`, one for each value */
  facets: string[];
}

type ListedCase = Parameters<typeof feelContext>[0]['case'];

export function caseListing(
  read: ReadPackage,
  current: Pick<CaseRecord, 'tenant_id'> & NonNullable<ListedCase>,
  record: Record<string, unknown>,
): CaseListing {
  const summary = read.manifest.record.summary;
  const title = resolveFeel(
    summary?.title ?? null,
    feelContext({ record, parameters: {}, tenantId: current.tenant_id, case: current }),
  );
  return {
    title: typeof title === 'string' && title !== '' ? title : read.manifest.title.vi,
    facets: (summary?.facets ?? []).flatMap(({ path }) => facetValues(read, path, record)),
  };
}

function facetValues(read: ReadPackage, path: string, record: Record<string, unknown>): string[] {
  const value = record[path.replace(/^record\./, '')];
  const offered = offeredValues(read, path);
  return (Array.isArray(value) ? value : [value])
    .filter((one) => typeof one === 'boolean' || typeof one === 'number' || offered.has(one))
    .map((one) => `${path}=${String(one)}`);
}

/** The choices that any form of the package gives for `path`, with their words. */
export function offeredValues(read: ReadPackage, path: string): Map<unknown, string> {
  const found = new Map<unknown, string>();
  const look = (components: FormComponent[]) => {
    for (const component of components) {
      if (component.key === path)
        for (const { value, label } of (component.values ?? []) as { value: unknown; label: string }[])
          if (!found.has(value)) found.set(value, label);
      look(component.components ?? []);
    }
  };
  for (const form of read.forms.values()) look(form.components);
  return found;
}
