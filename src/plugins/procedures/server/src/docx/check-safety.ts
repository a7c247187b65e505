// Owns what a Word file may not carry: programs, embedded objects, links to elsewhere, fields that fetch.
import { type TemplateFault, templateRefused } from './template-refused';

const MAIN_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const FETCHING_FIELDS = /\b(INCLUDETEXT|INCLUDEPICTURE|DDEAUTO|DDE|IMPORT|LINK|RD|DATABASE|MACROBUTTON|HYPERLINK)\b/;

interface Rule {
  applies(name: string, text: () => string): boolean;
  vi: string;
  en: string;
}

const isXml = (name: string) => /\.(xml|rels)$/i.test(name);

const RULES: readonly Rule[] = [
  {
    applies: (name) => /vbaProject|vbaData|\.bin$|macrosheet|customUI/i.test(name),
    vi: 'có macro hoặc phần chương trình',
    en: 'macros or program parts',
  },
  {
    applies: (name) => /\/(embeddings|activeX|controls|afchunk)\b|\.(exe|dll|js|vbs|ole|html?|mht)$/i.test(name),
    vi: 'có đối tượng nhúng (OLE, ActiveX, tệp khác)',
    en: 'embedded objects (OLE, ActiveX, other files)',
  },
  {
    applies: (name, text) => name.endsWith('.rels') && /TargetMode\s*=\s*["']External["']/i.test(text()),
    vi: 'có liên kết ra ngoài (ảnh, siêu liên kết, mẫu đính kèm)',
    en: 'links to elsewhere (a picture, a hyperlink, an attached template)',
  },
  {
    applies: (name, text) =>
      name.endsWith('.rels') && /\/(oleObject|aFChunk|attachedTemplate|control|vbaProject)["']/i.test(text()),
    vi: 'có liên kết tới đối tượng nhúng hoặc mẫu ngoài',
    en: 'a relation to an embedded object or an outside template',
  },
  {
    applies: (name, text) => isXml(name) && /<!(DOCTYPE|ENTITY)/i.test(text()),
    vi: 'có khai báo thực thể XML',
    en: 'an XML entity declaration',
  },
  {
    applies: (name, text) => isXml(name) && FETCHING_FIELDS.test(fieldCodes(text())),
    vi: 'có trường tự lấy nội dung từ nơi khác (INCLUDETEXT, DDE, LINK, HYPERLINK …)',
    en: 'a field that fetches from elsewhere (INCLUDETEXT, DDE, LINK, HYPERLINK …)',
  },
];

/** Throws TEMPLATE_REFUSED with every fault and the part of the file that holds it. */
export function refuseUnsafe(parts: ReadonlyMap<string, Buffer>): void {
  const types = parts.get('[Content_Types].xml')?.toString('utf8') ?? '';
  if (!parts.has('word/document.xml') || !types.includes(MAIN_TYPE)) {
    throw templateRefused(
      'đây không phải văn bản Word .docx (hoặc là .docm, .dotx)',
      'it is not a Word .docx document (or it is a .docm or .dotx)',
    );
  }
  const faults: TemplateFault[] = [];
  for (const [name, content] of parts) {
    const text = () => content.toString('utf8');
    for (const rule of RULES) {
      if (!rule.applies(name, text)) continue;
      faults.push({ vi: `${rule.vi}, tại phần ${name} của tệp`, en: `${rule.en}, in part ${name} of the file` });
    }
  }
  if (faults.length > 0) throw templateRefused(faults[0].vi, `it has ${faults[0].en}`, faults);
}

/** A field's code may be cut into runs: they are put together before they are looked at. */
function fieldCodes(xml: string): string {
  const written = [...xml.matchAll(/<w:instrText[^>]*>([^<]*)<\/w:instrText>/g)].map((match) => match[1]).join('');
  const simple = [...xml.matchAll(/w:instr\s*=\s*"([^"]*)"/g)].map((match) => match[1]).join(' ');
  return `${written} ${simple}`.toUpperCase();
}
