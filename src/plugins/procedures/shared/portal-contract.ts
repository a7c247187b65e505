/** The contract of the portal's settings and accounts: /procedures/portal-settings, /procedures/people/:id/portal-code. */
import type { Bilingual } from './contracts';

/** What the public pages of a tenant say of it, and how they behave. */
export interface PortalSettings {
  open: boolean;
  phone: string;
  address: Bilingual;
  hours: Bilingual;
  /** Shown on top of the tenant's first page; empty: nothing. */
  notice: Bilingual;
  /** Where "leave this page" goes; empty: an empty page. */
  leaveTo: string;
  /** Host names that are this tenant's. */
  hosts: string[];
  /** How many reports an hour one address may send. */
  reportsPerHour: number;
}

/** Flat, as the form sends them; hosts one a line. */
export interface PortalSettingsBody {
  open: boolean;
  phone: string;
  'address.vi': string;
  'address.en': string;
  'hours.vi': string;
  'hours.en': string;
  'notice.vi': string;
  'notice.en': string;
  leaveTo: string;
  hosts: string;
  reportsPerHour: number;
}

/** Shown once and kept nowhere: with it the person chooses a password at `address`. */
export interface PortalCode {
  loginName: string;
  code: string;
  address: string;
  expiresAt: string;
}
