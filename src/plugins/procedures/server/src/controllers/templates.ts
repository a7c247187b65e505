// Owns the routes of the library of templates: versions, blank forms, letterheads, formats of numbers.
import { readFile } from 'node:fs/promises';
import type { TemplateLibrary } from '../../../shared/documents-contract';
import { blankForm } from '../documents/blank-form';
import { findDefinition } from '../documents/find-definition';
import { putLetterhead, putSeriesFormat } from '../documents/put-settings';
import { templateLibrary } from '../documents/template-library';
import { dayIn, templateInForce, versionsOf, withContent, zoneOf } from '../documents/template-versions';
import { uploadTemplate } from '../documents/upload-template';
import { MAX_DOCX_BYTES } from '../docx/open-docx';
import { templateRefused } from '../docx/template-refused';
import { docxToPdf } from '../pdf/docx-to-pdf';
import { decide } from '../policy/decide';
import { NOT_FOUND, requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { bodyOf, forActor, type RouteContext } from './respond';
import { sendFile } from './send-file';

interface UploadedFile {
  filepath: string;
  originalFilename?: string | null;
  size: number;
}

export default {
  list: forActor((platform, actor): Promise<TemplateLibrary> => {
    requireAllowed(decide(actor, 'template.read', { tenantId: actor.tenantId }));
    return templateLibrary(platform, actor);
  }),

  blank: forActor(async (platform, actor, context) => {
    const { published, definition } = await definitionOf(platform, actor, context);
    const day = dayIn(await zoneOf(platform.knex, actor.tenantId), platform.clock.now());
    const template = await templateInForce(platform, published, definition, day);
    return send(context, await blankForm(platform, actor, published, definition, template, 'blank'));
  }),

  /** As it is, to be edited in Word; with `?sample=1` filled with sample data, to be looked at. */
  file: forActor(async (platform, actor, context) => {
    const { published, definition } = await definitionOf(platform, actor, context);
    const versions = await versionsOf(platform.knex, actor.tenantId, published.read.id, definition);
    const version = versions.find((one) => String(one.version) === context.params.version);
    if (!version) return requireAllowed(NOT_FOUND) as never;
    const template = await withContent(platform.knex, published, definition, version);
    if (!context.query.sample) return sendFile(context, 'docx', nameOf(context), template.docx);
    return send(context, await blankForm(platform, actor, published, definition, template, 'sample'));
  }),

  upload: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'template.write', { tenantId: actor.tenantId }));
    const { effectiveFrom, effectiveTo, formNumber, note } = bodyOf(context);
    const file = uploaded(context);
    if (file && file.size > MAX_DOCX_BYTES) {
      const limit = `${MAX_DOCX_BYTES / 1024 / 1024} MB`;
      throw templateRefused(`tệp lớn hơn ${limit}`, `the file is over ${limit}`);
    }
    return uploadTemplate(platform, actor, context.params.packageId, context.params.documentId, {
      content: file ? await readFile(file.filepath) : null,
      fileName: file?.originalFilename ?? '',
      effectiveFrom,
      effectiveTo,
      formNumber,
      note,
    });
  }, 201),

  putLetterhead: forActor((platform, actor, context) =>
    putLetterhead(platform, actor, context.params.unit, bodyOf(context)),
  ),

  putSeries: forActor((platform, actor, context) =>
    putSeriesFormat(platform, actor, context.params.series, bodyOf(context).format),
  ),
};

async function definitionOf(platform: Platform, actor: Actor, context: RouteContext) {
  requireAllowed(decide(actor, 'template.read', { tenantId: actor.tenantId }));
  const published = await platform.library.active(actor.tenantId, context.params.packageId);
  return { published, definition: findDefinition(published, context.params.documentId) };
}

const nameOf = (context: RouteContext) => context.params.documentId;

async function send(context: RouteContext, docx: Buffer): Promise<Buffer> {
  if (context.query.format !== 'pdf') return sendFile(context, 'docx', nameOf(context), docx);
  return sendFile(context, 'pdf', nameOf(context), await docxToPdf(docx));
}

/** Strapi keeps an uploaded file for the length of the request, and removes it afterwards. */
function uploaded(context: RouteContext): UploadedFile | null {
  const { files } = context.request as { files?: Record<string, UploadedFile | UploadedFile[]> };
  const file = files?.file;
  return (Array.isArray(file) ? file[0] : file) ?? null;
}
