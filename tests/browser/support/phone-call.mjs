/**
 * Owns a realistic call to the desk (what, where, when, who, why it is known: TT 28/2020 Điều 5 khoản 3) and its entry by
 * keyboard alone, with the time that a person needs for it: so much a key, so much a stop at which one looks and decides.
 */
import { telexKeys } from '../../support/telex-keys.mjs';

export const MS_A_KEY = 280;
export const MS_A_STOP = 1_200;
export const AIM_MS = 120_000;

const SUMMARY =
  'Khoảng sáu thanh niên đi ba xe máy đang đuổi đánh nhau bằng gậy trước cổng chợ, một người chảy máu đầu nằm trên vỉa hè. Một xe màu đỏ, biển số 59X1. Bà con đứng xa, không ai dám lại gần can ngăn.';

/** Each text goes into the field of that name; `keys` are pressed once there. */
const CALL = [
  { name: 'Nội dung sự việc', text: SUMMARY },
  { name: 'Nơi xảy ra', text: 'Cổng chợ, tổ 5' },
  // Down and Enter choose today in the calendar.
  { name: 'Xảy ra từ', keys: ['ArrowDown', 'Enter'] },
  { name: 'Giờ', text: '20:15', exact: true },
  { name: 'Đang xảy ra hoặc bắt quả tang', role: 'checkbox', keys: ['Space'] },
  { name: 'Họ tên, tên cơ quan', text: 'Trần Thị Mẫu' },
  { name: 'Điện thoại', text: '0900000102', exact: true },
  { name: 'Địa chỉ', text: '12 phố Ví Dụ', exact: true },
  { name: 'Vì sao biết việc, còn ai biết', text: 'Bán hàng, nhìn thấy' },
];
const MOST_TABS = 40;

export const summaryLength = SUMMARY.length;

/** Hands without a mouse that count; with a rate they take the time that a person takes. */
export class Hands {
  keys = 0;
  stops = 0;
  #nextKeyAt = performance.now();

  /** @param {import('playwright-core').Page} page @param {{ atHumanRate?: boolean }} [options] */
  constructor(page, { atHumanRate = false } = {}) {
    this.page = page;
    this.atHumanRate = atHumanRate;
  }

  /** A key at which one looks where one is, or decides. @param {string} key */
  async stop(key) {
    this.stops += 1;
    await this.#pause(MS_A_STOP);
    await this.page.keyboard.press(key);
  }

  /** @param {string} key */
  async press(key) {
    this.keys += 1;
    await this.#pause(MS_A_KEY);
    await this.page.keyboard.press(key);
  }

  /** @param {string} text */
  async type(text) {
    let written = '';
    for (const sign of text) {
      const keys = telexKeys(written + sign) - telexKeys(written);
      written += sign;
      this.keys += keys;
      await this.#pause(keys * MS_A_KEY);
      if (/[ -~]/.test(sign)) await this.page.keyboard.press(sign === ' ' ? 'Space' : sign);
      else await this.page.keyboard.insertText(sign);
    }
  }

  /** Tab until the field is reached. @param {import('playwright-core').Locator} field */
  async to(field) {
    for (let at = 0; at < MOST_TABS; at += 1) {
      if (await field.evaluate((one) => one === document.activeElement)) return;
      await this.stop('Tab');
    }
    throw new Error('Expected the field to be reached by Tab, but it was not');
  }

  /** What a person needs for what was pressed, without the page's own time. */
  get humanMs() {
    return this.keys * MS_A_KEY + this.stops * MS_A_STOP;
  }

  /**
   * The hands move on while the page works on the last key; they wait for it only when it takes longer than the next key does.
   * @param {number} ms
   */
  async #pause(ms) {
    if (!this.atHumanRate) return;
    const now = performance.now();
    this.#nextKeyAt = Math.max(this.#nextKeyAt + ms, now);
    await new Promise((resolve) => setTimeout(resolve, this.#nextKeyAt - now));
  }
}

/** Types the call into the open intake form and sends it; resolves when its numbers stand there. @param {Hands} hands */
export async function enterCall(hands) {
  const { page } = hands;
  const form = page.locator('.fjs-form').first();
  for (const { name, text, keys = [], role = 'textbox', exact = false } of CALL) {
    await hands.to(form.getByRole(role, { name, exact }).first());
    if (text) await hands.type(text);
    for (const key of keys) await (key === 'Space' ? hands.stop(key) : hands.press(key));
  }
  await hands.stop('Control+Enter');
  await page.locator('.procedures-receipt').waitFor();
}
