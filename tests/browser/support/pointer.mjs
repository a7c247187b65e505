/**
 * Owns a person at the mouse who reads before pressing: what is pressed and typed is counted, and gives the time that a
 * person needs for it, beside the time that the machine takes.
 */
import { telexKeys } from '../../support/telex-keys.mjs';
import { fillForm } from './form-driver.mjs';
import { MS_A_KEY } from './phone-call.mjs';

/** To find it on the page, read it, decide and press. */
export const MS_A_LOOK = 4_000;

export class Pointer {
  looks = 0;
  keys = 0;

  /** @param {import('playwright-core').Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @param {import('playwright-core').Locator} place */
  async press(place) {
    this.looks += 1;
    await place.click();
  }

  /** @param {string} name */
  async button(name) {
    await this.press(this.page.getByRole('button', { name, exact: true }));
  }

  /** @param {import('playwright-core').Locator} field @param {string} text */
  async type(field, text) {
    this.looks += 1;
    this.keys += telexKeys(text);
    await field.fill(text);
  }

  /** Two looks: at the list, and at what is in it. @param {string | RegExp} label @param {string} option */
  async choose(label, option) {
    await this.press(this.page.getByRole('combobox', { name: label }));
    await this.press(this.page.getByRole('option', { name: option, exact: true }).first());
  }

  /** Every answer as if it were a list and typed besides. @param {{ components: any[] }} form @param {object} values */
  async fill(form, values) {
    const answers = Object.values(values).flatMap((part) => Object.values(part).flat());
    this.looks += 2 * answers.length;
    this.keys += answers.reduce((sum, answer) => sum + telexKeys(String(answer)), 0);
    await fillForm(this.page, form, values);
  }

  /** Without the machine's own time. */
  get humanMs() {
    return this.looks * MS_A_LOOK + this.keys * MS_A_KEY;
  }
}
