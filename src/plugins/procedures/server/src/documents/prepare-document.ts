// Owns making a document's file: the template in force, the values of the case, the head and the foot. Everything is
// read before; `fill` only computes, so that it can run while a number is being taken.
import type { Letterhead } from '../../../shared/documents-contract';
import { dataOfCase } from '../docx/document-data';
import { optionLabels } from '../docx/option-labels';
import { fillTemplate } from '../docx/template-engine';
import { resolveFeel } from '../feel/resolve-feel';
import type { DocumentDefinition } from '../packages/types';
import type { PublishedPackage } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { CaseRecord } from '../storage/rows';
import type { Actor } from '../tenants/actor';
import { documentContext } from './document-context';
import { letterheadOf } from './letterheads';
import { dayIn, type Template, templateInForce, zoneOf } from './template-versions';

export interface Particulars {
  number: string | null;
  signer: string | null;
  signerLines: readonly string[];
}

export interface PreparedDocument {
  readonly template: Template;
  readonly letterhead: Letterhead;
  /** Business day in the tenant's zone. */
  readonly day: string;
  fill(particulars: Particulars): Buffer;
}

export const NOTHING_YET: Particulars = { number: null, signer: null, signerLines: [] };

export async function prepareDocument(
  platform: Platform,
  actor: Actor,
  current: CaseRecord,
  published: PublishedPackage,
  definition: DocumentDefinition,
  file: Record<string, unknown> | null = null,
): Promise<PreparedDocument> {
  const timeZone = await zoneOf(platform.knex, current.tenant_id);
  const day = dayIn(timeZone, platform.clock.now());
  const template = await templateInForce(platform, published, definition, day);
  const { context } = await documentContext(platform, actor, current, published);
  const unit = resolveFeel(definition.unit ?? null, context);
  const letterhead = await letterheadOf(
    platform.knex,
    current.tenant_id,
    typeof unit === 'string' && unit !== '' ? unit : current.handling_unit,
  );
  const writing = { timeZone, label: optionLabels(published.read.forms.values()) };
  return {
    template,
    letterhead,
    day,
    fill: ({ number, signer, signerLines }) => {
      const document = { day, number, signer, signerTitle: signerLines.join('\n'), formNumber: template.formNumber };
      const data = dataOfCase(definition.values, { ...context, letterhead, document, file }, writing);
      return fillTemplate(template.docx, data, '……');
    },
  };
}
