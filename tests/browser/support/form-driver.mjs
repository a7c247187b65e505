/** Owns typing into a form of the pages as a person would, field by field, from the form's own file and the values. */
import fs from 'node:fs';
import path from 'node:path';

/** @param {string} packageId @param {string} name */
export function readForm(packageId, name) {
  return JSON.parse(fs.readFileSync(path.resolve('bpmn', packageId, `${name}.form`), 'utf8'));
}

/**
 * @param {import('playwright-core').Page} page
 * @param {{ components: any[] }} form
 * @param {Record<string, any>} values `{ record, task }`; what the form has no field for is left out
 */
export async function fillForm(page, form, values) {
  await page.locator('.fjs-form').first().waitFor();
  await fillAll(page, form.components, (key) => at(values, key), '');
}

async function fillAll(page, components, valueAt, suffix) {
  for (const component of components) {
    if (component.type === 'dynamiclist') {
      await fillList(page, component, valueAt(component.path));
      continue;
    }
    if (component.components) {
      if (component.properties?.folded === 'true') await unfold(page, component, valueAt);
      await fillAll(page, component.components, valueAt, suffix);
      continue;
    }
    const value = component.key ? valueAt(component.key) : undefined;
    if (value === undefined || value === null || value === '') continue;
    await fillField(page, component, value, suffix);
  }
}

/** Opens a part of the form that is folded away, when there is something to say in it. */
async function unfold(page, group, valueAt) {
  const said = group.components.some(({ key, path: list }) => {
    const value = key || list ? valueAt(key ?? list) : undefined;
    return value !== undefined && value !== null && value !== '';
  });
  const bar = page.getByRole('button', { name: group.label, exact: true, expanded: false });
  if (said && (await bar.isVisible())) await bar.click();
}

async function fillList(page, list, rows) {
  if (!rows?.length) return;
  const frame = page.locator('.fjs-form-field-dynamiclist', { hasText: list.label });
  for (const [index, row] of rows.entries()) {
    const first = page.locator(`[id$="-${list.components[0].id}_${index}"]`).first();
    if (!(await first.isVisible())) await frame.locator('.fjs-repeat-render-add').click();
    await first.waitFor();
    await fillAll(page, list.components, (key) => row[key], `_${index}`);
  }
}

async function fillField(page, component, value, suffix) {
  const input = page.locator(`[id$="-${component.id}${suffix}"]`).first();
  const parts = page.locator(`input[id*="-${component.id}${suffix}-"]`);
  // What was typed before decides whether the form asks for it at all.
  if (component.conditional && !(await appears(component.type === 'datetime' ? parts.first() : input))) return;
  switch (component.type) {
    case 'textfield':
    case 'textarea':
    case 'number':
      await input.fill(String(value));
      return;
    case 'checkbox':
      await input.setChecked(value === true);
      return;
    case 'select':
      await chooseOne(page, input, labelOf(component, value));
      return;
    case 'taglist':
      await chooseSeveral(
        page,
        input,
        value.map((one) => labelOf(component, one)),
      );
      return;
    case 'radio':
    case 'checklist':
      for (const one of [value].flat()) {
        await parts.nth(component.values.findIndex((option) => option.value === one)).check();
      }
      return;
    case 'datetime':
      await parts.first().fill(value);
      await parts.first().press('Tab');
      return;
    default:
      throw new Error(`Expected a field that a person can fill in, but ${component.key} is a ${component.type}`);
  }
}

async function chooseOne(page, input, label) {
  const choice = option(page, label);
  await input.locator('xpath=..').click();
  // The page takes the focus once it has drawn the form, which closes a list that was opened before: a person clicks again.
  if (!(await appears(choice, LIST_OPENS_MS))) await input.locator('xpath=..').click();
  await choice.click();
}

/** Tags that are there already stay only when they are wanted. */
async function chooseSeveral(page, input, labels) {
  const tags = input.locator('xpath=..').locator('.fjs-taglist-tag');
  const present = await tags.locator('.fjs-taglist-tag-label').allTextContents();
  for (const text of present) {
    if (!labels.includes(text)) await tags.filter({ hasText: text }).first().locator('button').click();
  }
  for (const label of labels) {
    if (present.includes(label)) continue;
    await input.fill(label);
    await option(page, label).click();
  }
  await input.blur();
}

// form-js holds a text back for 300 ms before anything follows from it.
const CONDITION_SETTLES_MS = 1_500;
const LIST_OPENS_MS = 2_000;
const appears = (place, timeout = CONDITION_SETTLES_MS) =>
  place.waitFor({ timeout }).then(
    () => true,
    () => false,
  );

const option = (page, label) => page.locator('.fjs-dropdownlist-item').getByText(label, { exact: true });

function labelOf(component, value) {
  const found = component.values.find((one) => one.value === value);
  if (!found) throw new Error(`Expected ${component.key} to offer ${value}, but it does not`);
  return found.label;
}

function at(values, key) {
  return key.split('.').reduce((place, name) => place?.[name], values);
}
