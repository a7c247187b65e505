// Owns the judgement of a template: a safe Word file whose every placeholder is one that its definition can fill.
import type { DocumentDefinition, DocumentValue } from '../packages/types';
import { refuseUnsafe } from './check-safety';
import { openDocx, packDocx } from './open-docx';
import { type TemplateTag, templateTags, wordOfPart } from './template-engine';
import { type TemplateFault, templateRefused } from './template-refused';

export interface CheckedTemplate {
  /** The same document, packed anew: what is kept. */
  readonly docx: Buffer;
  /** Names of values that the template uses. */
  readonly used: ReadonlySet<string>;
}

/** Throws TEMPLATE_REFUSED with each fault and its place. */
export function checkTemplate(content: Buffer, values: DocumentDefinition['values']): CheckedTemplate {
  const parts = openDocx(content);
  refuseUnsafe(parts);
  const docx = packDocx(parts);
  const tags = templateTags(docx);
  const text = (part: string) => parts.get(part)?.toString('utf8') ?? '';
  const faults = tags.flatMap((tag) => faultsOf(tag, values, {}, text));
  if (faults.length > 0) throw templateRefused(faults[0].vi, faults[0].en, faults);
  return { docx, used: new Set(tags.flatMap(namesOf)) };
}

export const isList = (value: DocumentValue | undefined): value is Extract<DocumentValue, { each: string }> =>
  typeof value === 'object' && 'each' in value;

const isFlag = (value: DocumentValue | undefined) => typeof value === 'object' && 'as' in value && value.as === 'flag';

function faultsOf(
  tag: TemplateTag,
  values: DocumentDefinition['values'],
  outer: DocumentDefinition['values'],
  text: (part: string) => string,
): TemplateFault[] {
  const value = values[tag.name] ?? outer[tag.name];
  if (!value) return [unknownTag(tag, text(tag.part))];
  if (tag.inner === null) {
    return isList(value) ? [asSection(tag, text(tag.part))] : [];
  }
  if (isList(value)) return tag.inner.flatMap((one) => faultsOf(one, value.fields, values, text));
  if (isFlag(value)) return tag.inner.flatMap((one) => faultsOf(one, values, outer, text));
  return [asSection(tag, text(tag.part))];
}

function unknownTag(tag: TemplateTag, xml: string): TemplateFault {
  const near = nearby(xml, tag.name);
  const place = wordOfPart(tag.part);
  return {
    vi: `không có ô tên {${tag.name}} (${place.vi}${near ? `, gần "${near}"` : ''})`,
    en: `there is no placeholder {${tag.name}} (${place.en}${near ? `, near "${near}"` : ''})`,
  };
}

function asSection(tag: TemplateTag, xml: string): TemplateFault {
  const near = nearby(xml, tag.name);
  const place = wordOfPart(tag.part);
  return {
    vi: `ô {${tag.name}} dùng sai: danh sách và điều kiện viết {#${tag.name}} … {/${tag.name}}, giá trị viết {${tag.name}} (${place.vi}${near ? `, gần "${near}"` : ''})`,
    en: `{${tag.name}} is used wrongly: a list or condition is {#${tag.name}} … {/${tag.name}}, a value is {${tag.name}} (${place.en}${near ? `, near "${near}"` : ''})`,
  };
}

/** The text of the paragraph that holds the tag, so that it is found in Word. */
function nearby(xml: string, name: string): string | null {
  for (const [paragraph] of xml.matchAll(/<w:p[ >][\s\S]*?<\/w:p>/g)) {
    const words = [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map((match) => match[1]).join('');
    if (new RegExp(`\\{[#^/]?${name}\\}`).test(words)) return words.slice(0, 80);
  }
  return null;
}

const namesOf = (tag: TemplateTag): string[] => [tag.name, ...(tag.inner ?? []).flatMap(namesOf)];
