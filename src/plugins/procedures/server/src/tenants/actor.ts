// Owns what the platform knows of the person behind a request: who, in which tenant, by which positions, and on whose
// behalf besides.

export interface Actor {
  /** The account; null for a program, which acts by a token. */
  readonly adminUserId: number | null;
  readonly personId: string;
  readonly fullName: string;
  readonly tenantId: string;
  /** Candidate groups that the person may act for in every package: UNIT/role, in one's own right or on another's behalf. */
  readonly groups: readonly string[];
  /** Units in which the person holds a position. */
  readonly units: readonly string[];
  /** Units that the person leads: as head, as deputy where there is no head, or on the head's behalf. */
  readonly headOf: readonly string[];
  /** Units beneath those that the person leads or oversees: seen as a non-identifying summary only. */
  readonly overseen: readonly string[];
  /** Other units that the person's unit follows for the tenant, wherever they stand: a summary too, see STANDING_ROLE. */
  readonly follows: readonly string[];
  /** What one's own positions alone give. */
  readonly own: { readonly groups: readonly string[]; readonly headOf: readonly string[] };
  /** Appointments in force by which the person acts for others, oldest first. */
  readonly acting: readonly ActingRight[];
  /** Manages models, calendars and operations of the tenant; sees no content. */
  readonly isAdministrator: boolean;
  /** Reads the audit chain of the tenant; sees no content. */
  readonly isAuditor: boolean;
}

/** The right to act for the holder of a position: given by the head, for a time, within a scope. */
export interface ActingRight {
  /** The appointment: what every act done under it names. */
  readonly id: string;
  /** Whom the person acts for. */
  readonly personId: string;
  readonly groups: readonly string[];
  /** null: in every package. */
  readonly packages: readonly string[] | null;
  /** The unit that the person leads meanwhile: only for acting fully for its head. */
  readonly leads: string | null;
}

/** A position with this role sees the summary of every unit beneath its unit, as a head does. */
export const OVERSIGHT_ROLE = 'oversight';

/** A position with this role follows the work of every unit of the tenant and presses them: the standing unit's. */
export const STANDING_ROLE = 'standing';

/** A position with this role leads its unit as long as nobody is its head: nothing waits for a head who is not there. */
export const DEPUTY_ROLE = 'deputy';

/** A position with this role guards sealed identities: its holder makes a key and decides on requests to open. */
export const CUSTODIAN_ROLE = 'custodian';

/** Roles that are a person's alone, such as holding a key: nobody has them by acting for another. */
export const PERSONAL_ROLES: readonly string[] = [CUSTODIAN_ROLE];
