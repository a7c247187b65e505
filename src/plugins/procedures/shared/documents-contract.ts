/** What the pages of documents and the server say to each other. */
import type { Bilingual } from './contracts';

export interface DocumentConfirmation {
  state: 'UNCONFIRMED' | 'CONFIRMED';
  by?: string | null;
  at?: string | null;
  document?: string | null;
}

/** Something that may be drawn up for the case now. */
export interface OfferedDocument {
  documentId: string;
  title: Bilingual;
  formNumber: string | null;
  legalBasis: string | null;
  confirmation: DocumentConfirmation;
  numbered: boolean;
  /** The one to print as soon as the case has been started. */
  atStart: boolean;
  /** Already drawn up or issued for this case. */
  count: number;
}

export interface CaseDocumentRow {
  id: string;
  documentId: string;
  title: Bilingual;
  formNumber: string | null;
  templateVersion: number;
  state: 'DRAFT' | 'ISSUED' | 'SUPERSEDED';
  number: string | null;
  numbered: boolean;
  contentHash: string;
  signer: string | null;
  signerLines: string[];
  drawnBy: string;
  drawnAt: string;
  issuedBy: string | null;
  issuedAt: string | null;
  supersedes: string | null;
  supersedeReason: string | null;
  supersededBy: string | null;
  mayChange: boolean;
}

export interface Signer {
  personId: string;
  name: string;
  title: string;
  unit: string;
  isHead: boolean;
  /** Appointments in force by which this person signs for another. */
  acting: { id: string; lines: string[] }[];
}

export interface IssueDocumentBody {
  signerId: string;
  /** The title under which the signer signs: a person may hold several. */
  title: string;
  /** The appointment that it is signed under; null: in one's own right. */
  actingFor: string | null;
}

export interface PdfAbility {
  available: boolean;
  reason: Bilingual | null;
}

export interface CaseDocuments {
  offered: OfferedDocument[];
  documents: CaseDocumentRow[];
  signers: Signer[];
  pdf: PdfAbility;
}

export interface TemplateVersionRow {
  /** 0: the package's own. */
  version: number;
  formNumber: string | null;
  effectiveFrom: string;
  effectiveTo: string | null;
  note: string | null;
  by: string | null;
  createdAt: string | null;
  inForce: boolean;
}

export interface TemplateRow {
  packageId: string;
  packageTitle: Bilingual;
  documentId: string;
  title: Bilingual;
  use: 'CASE' | 'COVER';
  formNumber: string | null;
  legalBasis: string | null;
  confirmation: DocumentConfirmation;
  series: { id: string; format: string; last: number } | null;
  placeholders: string[];
  versions: TemplateVersionRow[];
}

export interface Letterhead {
  unit: string;
  unitName: string;
  superior: string;
  issuer: string;
  place: string;
  symbol: string;
  /** Made from the unit's name; nobody has entered it yet. */
  assumed: boolean;
}

export interface TemplateLibrary {
  items: TemplateRow[];
  letterheads: Letterhead[];
  pdf: PdfAbility;
  permissions: { edit: boolean };
}
