/** Reading and writing a scenario as a file of the draft. Keys stand in the order in which a person would tell them. */
import type { DraftFileText, Saved } from '../../../../../shared/packages-contract';
import type { Scenario } from '../../../../../shared/trials-contract';
import { withQuery } from '../../../api/query';
import { put, read } from '../../../api/send';

export interface OpenScenario {
  scenario: Scenario;
  revision: number;
}

const address = (draftId: string) => `/drafts/${draftId}/file`;

export async function readScenario(draftId: string, file: string): Promise<OpenScenario> {
  const { text, revision } = await read<DraftFileText>(withQuery(address(draftId), { path: file }));
  return { scenario: JSON.parse(text) as Scenario, revision };
}

export async function writeScenario(
  draftId: string,
  file: string,
  { scenario, revision }: OpenScenario,
): Promise<void> {
  const text = `${JSON.stringify(scenario, null, 2)}\n`;
  await put<Saved>(address(draftId), { path: file, revision, text });
}
