// Owns what a shorter form of a start becomes: checked as that form, then turned into the record by what the package says.
// What was typed only to be turned into something else (`task`) goes no further.
import { feelContext } from '../context/feel-context';
import { resolveFeel } from '../feel/resolve-feel';
import { isValues, type Values } from '../forms/form-field';
import { validateForm } from '../forms/validate-form';
import { nestValues } from '../forms/value-path';
import type { OutsideStart, StartDefinition } from '../packages/types';
import { effectiveParameters } from '../parameters/effective-parameters';
import { ProblemError } from '../problems/problem-error';
import { findForm, type PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import { protectionOf } from '../sealing/protection';

export interface OutsideOffer {
  readonly published: PublishedPackage;
  readonly start: StartDefinition;
  readonly outside: OutsideStart;
}

export interface OutsideValues {
  /** As a start takes them. */
  readonly values: Values;
  /** Somebody asked to be protected. */
  readonly isProtected: boolean;
}

/** Every shorter form that a tenant offers to such people. */
export async function outsideOffers(
  platform: Platform,
  tenantId: string,
  audience: OutsideStart['audience'],
): Promise<OutsideOffer[]> {
  const packages = await platform.library.allActive(tenantId);
  return packages.flatMap((published) =>
    published.read.manifest.starts.flatMap((start) =>
      (start.outside ?? [])
        .filter((outside) => outside.audience === audience)
        .map((outside) => ({ published, start, outside })),
    ),
  );
}

export async function outsideValues(
  platform: Platform,
  tenantId: string,
  { published, start, outside }: OutsideOffer,
  sent: Values,
  unit: string | null,
): Promise<OutsideValues> {
  const form = findForm(published, outside.form);
  const { values, problems } = validateForm(form ?? { components: [] }, sent, { now: platform.clock.now() });
  if (problems.length > 0) {
    throw new ProblemError({
      code: 'VALUES_REFUSED',
      status: 422,
      vi: 'Chưa gửi được: hãy sửa các mục được nêu. Những gì bạn đã viết vẫn còn.',
      en: 'Expected values that fit the form, but some do not: correct them. What you wrote is kept.',
      detail: { problems },
    });
  }
  const at = platform.clock.now();
  const { manifest } = published.read;
  const parameters = await effectiveParameters(platform.knex, tenantId, manifest, at);
  const typedRecord = isValues(values.record) ? values.record : {};
  const known = { ...(unit ? { receivedByUnit: unit } : {}), ...typedRecord };
  const over = (record: Values) =>
    feelContext({
      record,
      task: isValues(values.task) ? values.task : {},
      event: { code: start.event, at },
      parameters,
      tenantId,
    });
  const context = over(known);
  const mapped = nestValues(
    Object.fromEntries(Object.entries(outside.values).map(([path, feel]) => [path, resolveFeel(feel, context)])),
  );
  const record = merged(known, isValues(mapped.record) ? mapped.record : {});
  return { values: { record }, isProtected: protectionOf(manifest, over(record)) !== null };
}

function merged(below: Values, above: Values): Values {
  const result: Values = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = result[key];
    result[key] = isValues(under) && isValues(value) ? merged(under, value) : value;
  }
  return result;
}
