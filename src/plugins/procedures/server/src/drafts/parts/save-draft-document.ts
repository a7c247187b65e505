// Owns what a draft says of a document, by the form: its words and number, its law, from when to when, after which events
// it is offered, and who draws it up. Its Word template is a file, and its placeholders stay as they are.
import type { Platform } from '../../runtime/platform';
import type { Actor } from '../../tenants/actor';
import { changeManifest } from '../change-manifest';
import { PartInput, partUnknown } from './part-input';

export async function saveDraftDocument(
  platform: Platform,
  actor: Actor,
  draftId: string,
  given: Record<string, unknown>,
): Promise<{ id: string }> {
  const id = String(given.id);
  await changeManifest(platform, actor, draftId, (manifest, eventCodes) => {
    const known = manifest.documents?.find((one) => one.id === id);
    if (!known) throw partUnknown(id);
    const input = new PartInput(given);
    const title = input.text('title', 200);
    const effectiveFrom = input.day('effectiveFrom');
    const effectiveTo = input.day('effectiveTo');
    if (effectiveFrom === null) input.refuse('effectiveFrom', 'Cần ngày bắt đầu áp dụng.', 'Expected the first day.');
    else if (effectiveTo !== null && effectiveTo < effectiveFrom)
      input.refuse('effectiveTo', 'Phải từ ngày bắt đầu trở đi.', 'Expected a day from the first one on.');
    const events = input.codes('events', eventCodes);
    const groups = input.codes(
      'groups',
      manifest.candidateGroups.map((one) => one.id),
    );
    const document = {
      ...known,
      title: known.title.vi === title ? known.title : { vi: title, en: title },
      formNumber: input.optional('formNumber', 60),
      legalBasis: input.optional('legalBasis', 400),
      effectiveFrom: effectiveFrom ?? known.effectiveFrom,
      effectiveTo,
      ...(known.offered || events.length > 0 ? { offered: { ...known.offered, events } } : {}),
      ...(known.groups || groups.length > 0 ? { groups } : {}),
    };
    input.done();
    manifest.documents = manifest.documents?.map((one) => (one === known ? document : one));
  });
  return { id };
}
