// Owns the appointing of a deputy who acts for a head, as the head does it on the page of people.
import type { Client } from '../../support/running-app';

export const DOCUMENT = '12/QĐ-CAP';

export async function deputyOfHead(head: Client, deputy: Client): Promise<{ holder: string; appointment: string }> {
  const [{ person }, { person: other }] = await Promise.all([head, deputy].map((who) => who.get('/procedures/me')));
  const { people } = await head.get('/procedures/people');
  const row = people.find(({ id }: { id: string }) => id === person.id);
  const { id: appointment } = await head.post('/procedures/acting', {
    positionId: row.positions.find(({ isHead }: { isHead: boolean }) => isHead).id,
    deputyId: other.id,
    form: 'KT',
    legalBasis: 'Quy chế làm việc',
    documentNo: DOCUMENT,
    from: new Date(Date.now() - 3_600_000).toISOString(),
    to: new Date(Date.now() + 3_600_000).toISOString(),
    groups: null,
    packages: null,
  });
  return { holder: person.id, appointment };
}
