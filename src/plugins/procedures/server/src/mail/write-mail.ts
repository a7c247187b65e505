// Owns the form of an e-mail: plain text and the same as HTML, from lines. Pure. It is given only what may be said.
import type { Language } from './mail-words';
import { WORDS } from './mail-words';

export interface MailSection {
  title: string | null;
  lines: string[];
}
export interface MailContent {
  subject: string;
  sections: MailSection[];
  link: { url: string; words: string };
  /** null in a mail that says nothing but that there is something */
  settingsUrl: string | null;
}

export function writeMail(content: MailContent, language: Language): { subject: string; text: string; html: string } {
  const { sections, link, settingsUrl } = content;
  const settings = WORDS.settings[language];
  const text = [
    ...sections.map(({ title, lines }) =>
      [...(title ? [title] : []), ...lines.map((line) => (title ? `- ${line}` : line))].join('\n'),
    ),
    `${link.words}: ${link.url}`,
    ...(settingsUrl ? [`${settings}: ${settingsUrl}`] : []),
  ].join('\n\n');
  const body = sections.map(({ title, lines }) =>
    title
      ? `<h2 style="font-size:16px;margin:16px 0 4px">${inHtml(title)}</h2><ul style="margin:0;padding-left:20px">${lines.map((line) => `<li>${inHtml(line)}</li>`).join('')}</ul>`
      : lines.map((line) => `<p style="margin:8px 0">${inHtml(line)}</p>`).join(''),
  );
  const foot = settingsUrl
    ? `<p style="font-size:13px"><a href="${inHtml(settingsUrl)}">${inHtml(settings)}</a></p>`
    : '';
  const html = `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"></head><body style="font-family:sans-serif;font-size:15px;line-height:1.5;max-width:640px;margin:0 auto;padding:16px">${body.join('')}<p style="margin:20px 0"><a href="${inHtml(link.url)}">${inHtml(link.words)}</a></p>${foot}</body></html>`;
  return { subject: oneLine(content.subject), text, html };
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const inHtml = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
/** A header is one line. */
const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, 180);
