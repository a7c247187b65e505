// Owns how a test uses the pages of the portal as a browser without scripts does: open, fill in, send, keep the cookie.
import { runningApp } from './running-app';

export interface PageAnswer {
  status: number;
  html: string;
  headers: Headers;
  /** What is read, without markup. */
  text: string;
}

export type Fields = Record<string, string | string[]>;

export class Visitor {
  private static count = 0;
  readonly id = ++Visitor.count;
  private cookie = '';

  async open(address: string, headers: Record<string, string> = {}): Promise<PageAnswer> {
    return this.ask(address, { method: 'GET', headers });
  }

  async send(address: string, fields: Fields, headers: Record<string, string> = {}): Promise<PageAnswer> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    return this.ask(address, { method: 'POST', body, headers });
  }

  async sendWithFiles(
    address: string,
    fields: Fields,
    files: { name: string; bytes: Uint8Array }[],
  ): Promise<PageAnswer> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, one);
    for (const { name, bytes } of files) body.append('files', new Blob([bytes as Uint8Array<ArrayBuffer>]), name);
    return this.ask(address, { method: 'POST', body });
  }

  async signIn(name: string, password = runningApp().passwords[name] ?? ''): Promise<PageAnswer> {
    return this.send('/cong/dang-nhap', { name, password });
  }

  hasCookie(): boolean {
    return this.cookie !== '';
  }

  private async ask(address: string, init: RequestInit & { headers?: Record<string, string> }): Promise<PageAnswer> {
    const response = await fetch(`${runningApp().baseUrl}${address}`, {
      redirect: 'manual',
      ...init,
      headers: { ...init.headers, ...(this.cookie ? { cookie: this.cookie } : {}) },
    });
    const given = response.headers.get('set-cookie');
    if (given !== null) this.cookie = /=;/.test(given) ? '' : (given.split(';')[0] ?? '');
    const html = await response.text();
    const text = html
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    return { status: response.status, html, headers: response.headers, text };
  }
}

export const hiddenOf = (page: PageAnswer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)?.[1] ?? '';

export const receiptOf = (page: PageAnswer): string | null => /id="receipt-code">([^<]+)</.exec(page.html)?.[1] ?? null;

const OPENED_AT_ONCE = 8;
const opened = new Map<string, Fields[]>();

/** A form that was opened a while ago: the page wants to be looked at for a moment, and one moment does for several. */
async function openedForm(visitor: Visitor, address: string): Promise<Fields> {
  const key = `${visitor.id} ${address}`;
  const forms = opened.get(key) ?? [];
  opened.set(key, forms);
  if (forms.length === 0) {
    for (let count = 0; count < OPENED_AT_ONCE; count += 1) {
      const form = await visitor.open(address);
      forms.push({ entry: hiddenOf(form, 'entry'), csrf: hiddenOf(form, 'csrf') });
    }
  }
  return forms.shift() as Fields;
}

/** Sends a form as soon as the page takes it. */
export async function sendForm(
  visitor: Visitor,
  address: string,
  fields: Fields,
  files: { name: string; bytes: Uint8Array }[] = [],
): Promise<PageAnswer> {
  const filled = { ...(await openedForm(visitor, address)), ...fields };
  for (const limit = Date.now() + 20_000; ; ) {
    const answer = await visitor.sendWithFiles(address, filled, files);
    if (!answer.text.includes('bấm gửi lần nữa') || Date.now() > limit) return answer;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}
