/** What the routes of a draft's parameters, roles and documents send and take. */
import type { Bilingual } from './contracts';
import type { ParameterAbout } from './parameters-contract';

/** `law`: that of the version in force. */
export interface DraftParameter extends ParameterAbout {
  /** files that read it */
  uses: string[];
}

export interface DraftRole {
  /** `UNIT/role` */
  id: string;
  title: Bilingual;
  /** name of the unit; null: the tenant has none of that code */
  unit: string | null;
  /** people who hold it now */
  holders: number;
  /** steps whose work goes to it, and what it may start */
  steps: string[];
}

export interface DraftDocument {
  id: string;
  file: string;
  title: Bilingual;
  formNumber: string | null;
  legalBasis: string | null;
  /** days */
  effectiveFrom: string;
  effectiveTo: string | null;
  /** codes of the events after which it is offered */
  events: string[];
  /** who may draw it up; none: whoever works on the case */
  groups: string[];
}

export interface DraftParts {
  parameters: DraftParameter[];
  roles: DraftRole[];
  /** groups of the tenant that the package does not name yet */
  moreRoles: { value: string; label: string }[];
  documents: DraftDocument[];
}

/** null: a new one, whose name the server makes of its title. */
export type DraftParameterInput = Omit<DraftParameter, 'name' | 'title' | 'law' | 'uses' | 'optionTitles'> & {
  name: string | null;
  title: string;
};
export interface DraftRoleInput {
  id: string;
  title: string;
}
export type DraftDocumentInput = Omit<DraftDocument, 'file' | 'title'> & { title: string };
