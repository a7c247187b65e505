// Owns what the platform knows of the person behind a request: who, in which tenant, by which positions.

export interface Actor {
  readonly adminUserId: number;
  readonly personId: string;
  readonly fullName: string;
  readonly tenantId: string;
  /** Candidate groups that the person's positions give: UNIT/role. */
  readonly groups: readonly string[];
  /** Units in which the person holds a position. */
  readonly units: readonly string[];
  /** Units that the person leads. */
  readonly headOf: readonly string[];
  /** Units beneath those that the person leads or oversees: seen as a non-identifying summary only. */
  readonly overseen: readonly string[];
  /** Manages models, calendars and operations of the tenant; sees no content. */
  readonly isAdministrator: boolean;
  /** Reads the audit chain of the tenant; sees no content. */
  readonly isAuditor: boolean;
}

/** A position with this role sees the summary of every unit beneath its unit, as a head does. */
export const OVERSIGHT_ROLE = 'oversight';
