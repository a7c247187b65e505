// Owns the shapes of the tables of documents (database/migrations/0008_documents.sql) as TypeScript sees them.

export interface CaseDocumentRecord {
  id: string;
  tenant_id: string;
  case_id: string;
  document_id: string;
  template_version: number;
  template_hash: string;
  form_number: string | null;
  state: 'DRAFT' | 'ISSUED' | 'SUPERSEDED';
  file_id: string;
  content_hash: string;
  series: string | null;
  series_year: number | null;
  series_n: number | null;
  number: string | null;
  signer_id: string | null;
  signer_name: string | null;
  signer_lines: string[];
  drawn_by: string;
  drawn_at: Date;
  issued_by: string | null;
  issued_at: Date | null;
  supersedes: string | null;
  supersede_reason: string | null;
  superseded_by: string | null;
}

export interface TemplateRecord {
  version: number;
  form_number: string | null;
  effective_from: string;
  effective_to: string | null;
  note: string;
  file_id: string;
  file_name: string;
  person_id: string;
  created_at: Date;
}
