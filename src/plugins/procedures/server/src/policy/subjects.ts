// Owns what the policy must be told of the thing that an action is about, and from which rows it is made.

export interface TenantSubject {
  readonly tenantId: string;
}

/** Something that belongs to a unit. */
export interface UnitSubject extends TenantSubject {
  readonly unit: string;
}

export interface CaseSubject extends TenantSubject {
  /** Whoever acts for another may be limited to packages. */
  readonly packageId?: string;
  readonly handlingUnit: string;
  readonly originUnit: string | null;
  readonly restricted: boolean;
  readonly participatingUnits: readonly string[];
  /** The source of the case asked for secrecy: people of the record are masked. */
  readonly identityProtection?: boolean;
  /** Roles of people on the record whose identity is protected; unknown means: everybody's. */
  readonly protectedRoles?: readonly string[];
  /** People (ids) for whom an approved request has opened the protected identity. */
  readonly identityOpenedTo?: readonly string[];
}

export interface TaskSubject extends TenantSubject {
  readonly state: 'OPEN' | 'COMPLETING' | 'COMPLETED' | 'CANCELLED';
  readonly candidateGroups: readonly string[];
  readonly assignee: string | null;
  /** People (ids) who completed the element that `differentFrom` of the task names, and those for whom they acted. */
  readonly excludedPersons: readonly string[];
  readonly case: CaseSubject;
}

/** A reminder that needs an answer: from a unit to a unit; about a task's or a case's case, or (null) in general. */
export interface ReminderSubject extends TenantSubject {
  readonly fromUnit: string;
  readonly toUnit: string;
  readonly round: number;
  readonly isAnswered: boolean;
  readonly case: CaseSubject | null;
}

/** Where files are: a case, or (null) an entry that is not recorded yet. */
export interface AttachmentPlaceSubject extends TenantSubject {
  readonly case: CaseSubject | null;
  /** The person has claimed an open task of the case. */
  readonly holdsTask: boolean;
}

export interface AttachmentSubject extends AttachmentPlaceSubject {
  readonly uploadedBy: string | null;
  readonly isProtected: boolean;
  /** Units that were shown the file with a question. */
  readonly shownTo: readonly string[];
}

/** A question of one unit to another about a case. */
export interface QuestionSubject extends AttachmentPlaceSubject {
  readonly fromUnit: string;
  readonly toUnit: string;
  /** A body outside, which has no people here. */
  readonly isExternal: boolean;
  readonly askedBy: string;
  readonly assignee: string | null;
  readonly isOpen: boolean;
}

/** A recurring duty: the unit that answers for it, and the units that receive what is sent. */
export interface ScheduleSubject extends TenantSubject {
  readonly owner: string;
  readonly recipients: readonly string[];
}

/** A note on a case. */
export interface NoteSubject extends AttachmentPlaceSubject {
  readonly author: string | null;
}

/** A way to start a case: the groups that its package allows. */
export interface StartSubject extends TenantSubject {
  readonly packageId?: string;
  readonly groups: readonly string[];
}

/** A numbered book of a package: who takes cases in, and who may keep numbers for paper. */
export interface BookSubject extends StartSubject {
  readonly reservedBy: readonly string[];
}

/** A business event that is entered on a case; empty groups: whoever works on the case. */
export interface EventSubject extends TenantSubject {
  readonly groups: readonly string[];
  readonly case: CaseSubject;
}

/** An action that a person has staged: the person may follow it, and whoever reads the case. */
export interface StagedActionSubject extends TenantSubject {
  readonly personId: string | null;
  readonly case: CaseSubject | null;
}

/** A person of the tenant, as far as the policy must know. */
export interface PersonSubject extends TenantSubject {
  readonly personId: string;
  /** Where the person holds a position now. */
  readonly units: readonly string[];
  /** The account is an administrator's or an auditor's. */
  readonly seesNoContent: boolean;
}

/** The right to act for the holder of a position of `unit`. */
export interface AppointmentSubject extends TenantSubject {
  readonly unit: string;
  readonly holderId: string;
  readonly deputyId: string;
  readonly deputyUnits: readonly string[];
}

/** An alarm at a unit's desk: who is rung, and the case that it is about. */
export interface AlarmSubject extends UnitSubject {
  readonly rung: readonly string[];
  readonly case: CaseSubject;
}

/** The roster of a unit, with the groups that may form it besides the head. */
export interface RosterSubject extends UnitSubject {
  readonly planners: readonly string[];
}

/** A request to open a sealed identity, with the case that it is about. */
export interface IdentityRequestSubject extends TenantSubject {
  readonly askedBy: string;
  readonly state: string;
  readonly case: CaseSubject;
}

/** A proposal to publish. */
/** A request to cancel the process of a case: never decided by who asked for it. */
export interface CancelSubject extends TenantSubject {
  readonly proposedBy: string;
  /** The unit that handles the case. */
  readonly unit: string;
}

export interface PublicationSubject extends TenantSubject {
  readonly proposedBy: string;
  /** Proposed by a program: whoever asked for its token. The second person is neither. */
  readonly tokenAskedForBy?: string | null;
  /** Units whose heads may be the second person; null: of any unit. */
  readonly approvers: { readonly administrators: boolean; readonly units: readonly string[] | null };
}

interface CaseRow {
  tenant_id: string;
  package_id?: string;
  handling_unit: string;
  origin_unit: string | null;
  restricted: boolean;
  participating_units: string[];
}
interface TaskRow {
  tenant_id: string;
  state: TaskSubject['state'];
  candidate_groups: string[];
  assignee: string | null;
}

export const caseSubject = (
  row: CaseRow,
  protection: Pick<CaseSubject, 'identityProtection' | 'protectedRoles' | 'identityOpenedTo'> = {},
): CaseSubject => ({
  tenantId: row.tenant_id,
  packageId: row.package_id,
  handlingUnit: row.handling_unit,
  originUnit: row.origin_unit,
  restricted: row.restricted,
  participatingUnits: row.participating_units,
  ...protection,
});

export const alarmSubject = (
  row: { tenant_id: string; unit_code: string },
  ofCase: CaseRow,
  rung: readonly string[],
): AlarmSubject => ({ tenantId: row.tenant_id, unit: row.unit_code, rung, case: caseSubject(ofCase) });

export const taskSubject = (
  row: TaskRow,
  ofCase: CaseSubject,
  excludedPersons: readonly string[] = [],
): TaskSubject => ({
  tenantId: row.tenant_id,
  state: row.state,
  candidateGroups: row.candidate_groups,
  assignee: row.assignee,
  excludedPersons,
  case: ofCase,
});
