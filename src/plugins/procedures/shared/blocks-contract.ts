/** The contract of building blocks: ready-made steps of a package (`blocks.json`) that the modeler draws with all they need. */
import type { Bilingual } from './contracts';

/** What a field offers: text, or a list of this tenant and this package. */
export type BlockFieldKind =
  | 'text'
  | 'group'
  | 'form'
  | 'clock'
  | 'document'
  | 'process'
  | 'step'
  | 'choice'
  /** Who can be told: a group, a whole unit, whoever leads one. */
  | 'recipient'
  /** A text that may name variables of the procedure. */
  | 'template'
  | 'connection'
  /** What is sent to another system, and what is taken from its answer (service-tasks-contract). */
  | 'sent'
  | 'results'
  /** Variables of the procedure, with commas. */
  | 'variables';

export interface BlockField {
  id: string;
  kind: BlockFieldKind;
  title: Bilingual;
  hint?: Bilingual;
  required?: boolean;
  default?: string;
  /** The default may not be changed: it is what makes this block. */
  fixed?: boolean;
  /** Of kind choice. */
  options?: { value: string; title: Bilingual }[];
  /** Of kind form: the components of the form that a new step begins with. */
  starter?: Record<string, unknown>[];
}

export type BlockElementType =
  | 'userTask'
  | 'serviceTask'
  | 'catchMessage'
  | 'boundaryMessage'
  | 'callActivity'
  | 'endEvent';

/** `{field}` in a text is replaced by the value of that field. */
export interface BlockElement {
  type: BlockElementType;
  name: string;
  /** Candidate groups of a user task. */
  groups?: string;
  /** Message that is waited for: `clock.due`, or nothing for a message of its own. */
  message?: string;
  /** A boundary that lets the step go on. Default: true. */
  nonInterrupting?: boolean;
  /** Called process, by its plain id. */
  process?: string;
  /** Of a call: variables that it is given (none named: all), and that it gives back, with commas. */
  inputs?: string;
  outputs?: string;
  /** Of a service task: its job type and what its headers say. */
  job?: string;
  headers?: Record<string, string>;
  /** What the manifest and the events learn of it: form, clocks, documents, differentFrom. */
  properties?: Record<string, string>;
}

export interface Block {
  id: string;
  title: Bilingual;
  about: Bilingual;
  /** flow: a step behind another; attached: on a step, beside its way. */
  place: 'flow' | 'attached';
  fields: BlockField[];
  /** Drawn one behind the other. */
  elements: BlockElement[];
  /** Of an attached block: what the step that it hangs on learns. */
  host?: Record<string, string>;
  /** What the event does that the block's first step or wait is: as in events.json. */
  event?: Record<string, unknown>;
}

export interface BlocksFile {
  /** Groups that depend on the case, in words. */
  groups?: { value: string; title: Bilingual }[];
  blocks: Block[];
}
