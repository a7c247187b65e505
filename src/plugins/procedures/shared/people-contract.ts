/** The contract of "Đơn vị và phân công": bodies of /procedures/people, /units, /positions, /absences, /acting. */
import type { Bilingual } from './contracts';
import type { PortalCode } from './portal-contract';

export interface PersonName {
  id: string;
  name: string;
}
/** `portal`: hands things over from outside the panel. */
export type AccountRole = 'staff' | 'portal' | 'administrator' | 'auditor';
export interface RoleWord {
  code: string;
  title: Bilingual;
}
export interface PositionView {
  id: string;
  unit: string;
  unitName: string;
  title: string;
  roles: RoleWord[];
  isHead: boolean;
  from: string;
  to: string | null;
}
export interface AbsenceView {
  id: string;
  person: PersonName;
  from: string;
  to: string;
  /** why, only for the person, the head and administrators */
  kind: string | null;
  note: string | null;
}
export type ActingState = 'COMING' | 'IN_FORCE' | 'ENDED' | 'REVOKED';
export interface ActingView {
  id: string;
  state: ActingState;
  holder: PersonName;
  deputy: PersonName;
  unit: string;
  unitName: string;
  form: string;
  /** as it is printed above the signer's name */
  signature: string[];
  legalBasis: string;
  documentNo: string;
  /** words of the groups; null: all of the position */
  groups: Bilingual[] | null;
  packages: Bilingual[] | null;
  from: string;
  to: string;
  appointedBy: string;
  revokeReason: string | null;
  permissions: { revoke: boolean };
}
export interface PersonRow {
  id: string;
  name: string;
  active: boolean;
  role: AccountRole | null;
  positions: PositionView[];
  absence: AbsenceView | null;
  openTasks: number;
}
export interface UnitView {
  id: string;
  code: string;
  name: string;
  parent: string | null;
  external: boolean;
  order: number;
  receiver: PersonName | null;
  closedFrom: string | null;
}
export interface WordView {
  code: string;
  title: string;
  prefix: string | null;
  ownTitle: boolean;
  active: boolean;
}
export interface PeopleOverview {
  units: UnitView[];
  people: PersonRow[];
  acting: ActingView[];
  words: { ACTING_FORM: WordView[]; ABSENCE_KIND: WordView[] };
  /** roles that the active packages know, by unit code */
  roles: Record<string, RoleWord[]>;
  packages: { id: string; title: Bilingual }[];
  permissions: { write: boolean; leads: string[]; appoints: string[]; self: string };
}
export interface ChangeView {
  id: string;
  change: string;
  at: string;
  by: string | null;
  reason: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}
export interface PersonDetail {
  person: { id: string; name: string; active: boolean; role: AccountRole | null; deactivatedAt: string | null };
  positions: PositionView[];
  absences: AbsenceView[];
  acting: ActingView[];
  history: ChangeView[];
  permissions: { write: boolean; givePosition: boolean; absence: boolean; handOver: boolean };
}
export interface AddPersonBody {
  fullName: string;
  email: string;
  role: AccountRole;
  method: 'INVITATION' | 'PASSWORD';
  reason: string;
}
/** what is shown once and kept nowhere */
export interface AddPersonAnswer {
  id: string;
  invitationPath: string | null;
  password: string | null;
  /** of an account of the portal */
  portal: PortalCode | null;
}
export interface HandOverTask {
  id: string;
  title: string;
  bookNo: string | null;
  dueAt: string | null;
  version: number;
  receivers: (PersonName & { openTasks: number; absent: boolean })[];
}
export interface HandOverBody {
  reason: string;
  /** one receiver a task … */
  items?: { taskId: string; version: number; to: string }[];
  /** … or spread evenly over these */
  spreadTo?: string[];
}
export interface HandOverAnswer {
  moved: number;
  /** tasks that none of the receivers may do: still with their holder */
  left: number;
}
