// Owns forms on paper: a template with its letterhead and dotted lines, to be filled in by hand; and a template with
// sample data, to be looked at.
import { dataOfBlank, dataOfSample } from '../docx/document-data';
import { optionLabels } from '../docx/option-labels';
import { fillTemplate } from '../docx/template-engine';
import type { DocumentDefinition } from '../packages/types';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { letterheadsOf } from './letterheads';
import { type Template, zoneOf } from './template-versions';

export async function blankForm(
  platform: Platform,
  actor: Actor,
  published: PublishedPackage,
  definition: DocumentDefinition,
  template: Template,
  kind: 'blank' | 'sample',
): Promise<Buffer> {
  const letterheads = await letterheadsOf(platform.knex, actor.tenantId);
  // The unit of who prints it; an administrator, who belongs to none that works, sees the first.
  const letterhead = letterheads.find((one) => actor.units.includes(one.unit)) ?? letterheads[0];
  const writing = {
    timeZone: await zoneOf(platform.knex, actor.tenantId),
    label: optionLabels(published.read.forms.values()),
  };
  const context = {
    letterhead,
    document: { formNumber: template.formNumber },
    tenant: { id: actor.tenantId },
    case: { handlingUnitName: letterhead?.unitName ?? null },
    record: {},
    events: {},
    units: Object.fromEntries(letterheads.map((one) => [one.unit, one.unitName])),
    params: {},
    facts: {},
    file: null,
  };
  const data = kind === 'blank' ? dataOfBlank : dataOfSample;
  return fillTemplate(template.docx, data(definition.values, context, writing), '……');
}
