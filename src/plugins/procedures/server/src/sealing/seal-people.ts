// Owns the sealing itself: rows of people go in, rows that identify nobody come out, with what is to be kept sealed.
import { randomUUID } from 'node:crypto';
import type { IdentityContent } from '../../../shared/sealing-contract';
import { aboutIdentity, sealContent, sealKeyTo } from '../../../shared/sealing-crypto';
import { identifyingFields, liesOpen, type PersonRow, type Protection, SEAL_ATTRIBUTES, staysOpen } from './protection';
import { type Needles, needlesOf, redact } from './redact';

export interface KeyInForce {
  readonly id: string;
  readonly publicKey: string;
}
export interface NewSealing {
  readonly id: string;
  readonly number: number;
  readonly role: string | null;
  readonly nonce: string;
  readonly ciphertext: string;
  readonly keys: readonly { readonly keyId: string; readonly sealedKey: string }[];
}
export interface SealingInput<Texts> {
  tenantId: string;
  protection: Protection;
  people: readonly PersonRow[];
  keys: readonly KeyInForce[];
  firstNumber: number;
  /** Everything else that is written with these people. */
  texts: Texts;
}

export const pseudonymOf = (number: number): string => `Người được bảo vệ ${number}`;

/** Expects at least one key: without one nothing can be sealed, and the caller says so. */
export function sealPeople<Texts>(input: SealingInput<Texts>): {
  people: PersonRow[];
  texts: Texts;
  sealings: NewSealing[];
} {
  let number = input.firstNumber;
  const numbers = new Map<PersonRow, number>();
  for (const person of input.people) if (liesOpen(input.protection, person)) numbers.set(person, number++);
  const needles: Needles = [...numbers].flatMap(([person, own]) =>
    needlesOf(
      identifyingFields(input.protection, person).map((name) => person[name]),
      pseudonymOf(own),
    ),
  );
  const originals: Record<string, string> = {};
  const texts = redact(input.texts, needles, originals, '');
  const sealings: NewSealing[] = [];
  const people = input.people.map((person) => {
    const own = numbers.get(person);
    if (own === undefined) return redact(person, needles, originals, '');
    // The texts are nobody's alone: they lie with the first of those who were sealed together.
    const sealing = sealOne(input, person, own, own === input.firstNumber ? originals : {});
    sealings.push(sealing);
    return rowThatIdentifiesNobody(input.protection, person, sealing);
  });
  return { people, texts, sealings };
}

function sealOne<Texts>(
  input: SealingInput<Texts>,
  person: PersonRow,
  number: number,
  texts: Record<string, string>,
): NewSealing {
  const id = randomUUID();
  const fields = Object.fromEntries(identifyingFields(input.protection, person).map((name) => [name, person[name]]));
  const content: IdentityContent = { fields, texts };
  const { contentKey, nonce, ciphertext } = sealContent(JSON.stringify(content), aboutIdentity(input.tenantId, id));
  const keys = input.keys.map((key) => ({ keyId: key.id, sealedKey: sealKeyTo(key.publicKey, contentKey) }));
  contentKey.fill(0);
  return { id, number, role: typeof person.role === 'string' ? person.role : null, nonce, ciphertext, keys };
}

function rowThatIdentifiesNobody(protection: Protection, person: PersonRow, sealing: NewSealing): PersonRow {
  const row: PersonRow = {};
  for (const name of Object.keys(person)) row[name] = staysOpen(protection, name) ? person[name] : null;
  const [sealed, pseudonym, identity] = SEAL_ATTRIBUTES as [string, string, string];
  return { ...row, [sealed]: true, [pseudonym]: pseudonymOf(sealing.number), [identity]: sealing.id };
}
