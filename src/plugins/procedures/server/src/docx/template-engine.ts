// Owns the one use of docxtemplater: which tags a template holds, and filling it. A tag is a name and nothing else: no
// expression, no path, no raw XML, so a template can ask for values and never run anything.
import Docxtemplater, { type DXT } from 'docxtemplater';
import InspectModule from 'docxtemplater/js/inspect-module.js';
import PizZip from 'pizzip';
import { type TemplateFault, templateRefused } from './template-refused';

export type TemplateValue = string | boolean | readonly Readonly<Record<string, string | boolean>>[];
export type TemplateData = Readonly<Record<string, TemplateValue>>;

export interface TemplateTag {
  readonly name: string;
  /** A section ({#name} … {/name}): the tags between. */
  readonly inner: readonly TemplateTag[] | null;
  /** The part of the document, e.g. word/header1.xml. */
  readonly part: string;
}

/** What the parts of a tag list say of themselves beyond the type that docxtemplater declares. */
type Placeholder = DXT.Part & { module?: string; subparsed?: DXT.Part[] };

const NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;

/** Every tag of a template; throws TEMPLATE_REFUSED for what is not a plain name. */
export function templateTags(docx: Buffer): TemplateTag[] {
  const inspect = new InspectModule();
  compile(docx, [inspect as unknown as DXT.Module]);
  return inspect.getTemplatedFiles().flatMap((part) => tagsOf(part, inspect.getStructuredTags(part) as Placeholder[]));
}

/** The template filled with `data`, as a new .docx. Every tag is known by then (check-template.ts). */
export function fillTemplate(docx: Buffer, data: TemplateData, missing: string): Buffer {
  const document = compile(docx, [], missing);
  document.render(data);
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' }) as Buffer;
}

function compile(docx: Buffer, modules: DXT.Module[], missing = ''): Docxtemplater {
  try {
    return new Docxtemplater(new PizZip(docx), {
      paragraphLoop: true,
      linebreaks: true,
      modules,
      // What is wrong is told in the answer, not on the console.
      errorLogging: false,
      // No tag may change how the next ones are read.
      syntax: { changeDelimiterPrefix: null },
      nullGetter: (part: DXT.Part) => (part.module ? '' : missing),
      parser: (tag: string) => ({
        get: (scope: unknown) =>
          NAME.test(tag) && scope !== null && typeof scope === 'object' && Object.hasOwn(scope, tag)
            ? (scope as Record<string, unknown>)[tag]
            : undefined,
      }),
    });
  } catch (error) {
    throw asRefusal(error);
  }
}

function tagsOf(part: string, found: readonly Placeholder[]): TemplateTag[] {
  return found.map((one) => {
    const isLoop = one.module === 'loop';
    if ((one.module && !isLoop) || !NAME.test(one.value)) {
      const shown = `{${one.module === 'rawxml' ? '@' : ''}${one.value}}`;
      throw templateRefused(
        `ô "${shown}" không phải là một tên đơn giản`,
        `the placeholder "${shown}" is not a plain name`,
        [{ vi: `${shown}, ${wordOfPart(part).vi}`, en: `${shown}, ${wordOfPart(part).en}` }],
      );
    }
    return { name: one.value, inner: isLoop ? tagsOf(part, (one.subparsed ?? []) as Placeholder[]) : null, part };
  });
}

interface EngineFault {
  properties?: { errors?: EngineFault[]; explanation?: string; xtag?: string; file?: string };
  message?: string;
}

function asRefusal(error: unknown): Error {
  const fault = error as EngineFault;
  const list = fault.properties?.errors ?? (fault.properties ? [fault] : []);
  if (list.length === 0) return templateRefused('Word không đọc được tệp này', 'it cannot be read as a Word document');
  const faults: TemplateFault[] = list.slice(0, 20).map(({ properties = {}, message }) => {
    const place = wordOfPart(properties.file ?? 'word/document.xml');
    const tag = properties.xtag ? `{${properties.xtag}}` : '';
    return {
      vi: `ô ${tag} viết chưa đúng (thiếu dấu ngoặc, mở mà không đóng), ${place.vi}`,
      en: `placeholder ${tag}: ${properties.explanation ?? message ?? 'it is written wrongly'}, ${place.en}`,
    };
  });
  return templateRefused(faults[0].vi, faults[0].en, faults);
}

export function wordOfPart(part: string): { vi: string; en: string } {
  if (/header\d*\.xml$/.test(part)) return { vi: 'ở đầu trang', en: 'in the page header' };
  if (/footer\d*\.xml$/.test(part)) return { vi: 'ở chân trang', en: 'in the page footer' };
  if (part === 'word/document.xml') return { vi: 'trong thân văn bản', en: 'in the body' };
  return { vi: `ở phần ${part}`, en: `in part ${part}` };
}
