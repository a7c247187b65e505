/** The contract of notifications: kinds, channels, settings, webhooks and what the routes answer. */
import type { Bilingual } from './contracts';

/** What a person may be told of. A new kind is one line here and one word in translations/{vi,en}/notifications.json. */
export const NOTICE_KINDS = [
  'CLOCK_AMBER',
  'CLOCK_DUE',
  'CLOCK_ESCALATED',
  'ASSIGNED',
  'DIRECTION',
  'MENTION',
  'ADDED',
  'QUESTION',
  'REQUIRED',
  'APPROVAL',
  'REMINDER',
  'REPORT',
  'IDENTITY_REQUEST',
  'ALARM',
  'STEP',
  'SYSTEM',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** By e-mail at once, in the digest, or never; the panel always shows everything. */
export const MAIL_CHOICES = ['NOW', 'DIGEST', 'NEVER'] as const;
export type MailChoice = (typeof MAIL_CHOICES)[number];

export interface QuietHours {
  /** HH:MM in the tenant's zone; may run past midnight */
  from: string;
  to: string;
}

/** One line of the escalation table: who is told, how long after a clock has reached the stage. */
export const ESCALATION_STAGES = ['AMBER', 'DUE', 'ESCALATED'] as const;
export const ESCALATION_RECIPIENTS = ['ASSIGNEE', 'UNIT', 'UNIT_HEAD', 'HEAD_ABOVE'] as const;
export interface EscalationStep {
  stage: (typeof ESCALATION_STAGES)[number];
  afterMinutes: number;
  to: (typeof ESCALATION_RECIPIENTS)[number];
}

/** What the administrator of a tenant decides for everybody. */
export interface TenantNotificationSettings {
  /** null: no quiet hours */
  quiet: QuietHours | null;
  /** HH:MM, at least one */
  digestTimes: string[];
  urgentKinds: NoticeKind[];
  mail: Record<NoticeKind, MailChoice>;
  /** Overdue for this long is the stage ESCALATED. */
  escalateAfterMinutes: number;
  escalation: EscalationStep[];
}

/** What one person has chosen; null or missing: as the tenant. */
export interface NotificationPreferences {
  quiet: 'tenant' | 'off' | QuietHours;
  digestTimes: string[] | null;
  mail: Partial<Record<NoticeKind, MailChoice>>;
}

export interface NoticeRow {
  id: string;
  kind: NoticeKind;
  urgent: boolean;
  createdAt: string;
  readAt: string | null;
  /** by which position, e.g. as the head of a unit; null: by name */
  because: Bilingual | null;
  why: Bilingual;
  /** why nothing is left to do; null: it stands */
  withdrawn: { at: string; why: Bilingual } | null;
  /** null: about no case. A case that the reader may no longer see has neither number nor title. */
  case: { id: string | null; bookNo: string | null; title: string | null; seen: boolean } | null;
  /** a page of the plugin, from its root; null where there is nothing that the reader may open */
  link: string | null;
}
export interface NoticeList {
  items: NoticeRow[];
  unread: number;
  /** by kind, of everything of the person that is kept */
  counts: Partial<Record<NoticeKind, number>>;
  /** hand it back as `before` for the next page; null: no more */
  before: string | null;
}

export interface MailChannel {
  on: boolean;
  /** environment variables that are missing */
  missing: string[];
}
export interface MyNotificationSettings {
  preferences: NotificationPreferences;
  tenant: TenantNotificationSettings;
  mail: MailChannel & { address: string | null };
  timeZone: string;
}

export type DeliveryState = 'QUEUED' | 'SENT' | 'FAILED' | 'DROPPED';
/** A mail without its content: neither subject nor case, which the administrator has no right to. */
export interface MailRow {
  id: string;
  to: string;
  about: NoticeKind | 'DIGEST';
  state: DeliveryState;
  attempts: number;
  queuedAt: string;
  nextAttemptAt: string | null;
  lastAnswer: string | null;
}
export interface NotificationAdministration {
  settings: TenantNotificationSettings;
  version: number;
  mail: MailChannel;
  timeZone: string;
  mails: MailRow[];
  failedMails: number;
}

export interface WebhookRow {
  id: string;
  name: string;
  url: string;
  kinds: NoticeKind[];
  active: boolean;
  failures: number;
  disabledReason: string | null;
  createdAt: string;
}
export interface NewWebhook extends WebhookRow {
  /** shown this once */
  secret: string;
}
export interface WebhookBody {
  name: string;
  url: string;
  kinds: NoticeKind[];
  active?: boolean;
}
export interface WebhookDeliveryRow {
  id: string;
  kind: NoticeKind | 'TEST';
  state: DeliveryState;
  attempts: number;
  responseCode: number | null;
  lastAnswer: string | null;
  queuedAt: string;
  settledAt: string | null;
}
