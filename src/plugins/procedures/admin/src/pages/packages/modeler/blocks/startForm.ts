/** Makes the form that a new step begins with: a file of the draft, named after the step. */
import type { DraftView, Saved } from '../../../../../../shared/packages-contract';
import { put } from '../../../../api/send';
import { freeKey } from './freeKey';

/** Chosen instead of a form that exists. */
export const NEW_FORM = 'new';

const COLUMNS = { schemaVersion: 16, executionPlatform: 'Camunda Cloud', executionPlatformVersion: '8.5.0' };

/** @returns the form's name */
export async function startForm(
  { draft, files }: DraftView,
  words: string,
  starter: Record<string, unknown>[],
): Promise<string> {
  const id = freeKey(words, '-', (key) => files.some((file) => file.path === `${key}.form`));
  const components = starter.map((one, at) => ({ ...one, id: `o_${at + 1}` }));
  const text = `${JSON.stringify({ id, type: 'default', ...COLUMNS, components }, null, 2)}\n`;
  await put<Saved>(`/drafts/${draft.id}/file`, { path: `${id}.form`, revision: 0, text });
  return id;
}
