/** What the routes of parameters send and take. */
import type { Bilingual } from './contracts';

export type ParameterType = 'integer' | 'string' | 'boolean' | 'list';
export type ParameterContent = string | number | boolean | (string | number | boolean)[];

export interface ParameterSetting {
  value: ParameterContent;
  /** ISO instant; null: ever since */
  from: string | null;
  /** name; null: it came with the application */
  by: string | null;
  reason: string | null;
  /** false: beyond the limits of today, so it does not hold */
  fits: boolean;
}

/** What a parameter is, wherever it is shown. */
export interface ParameterAbout {
  name: string;
  title: Bilingual;
  type: ParameterType;
  default: ParameterContent;
  /** of a text or a list: its length */
  min: number | null;
  max: number | null;
  options: (string | number)[] | null;
  /** what they are called, by value */
  optionTitles: Record<string, Bilingual>;
  unit: string | null;
  legalBasis: string | null;
  /** the article that limits it */
  law: string | null;
}

/** `min` and `max` are those of the law where that is narrower. */
export interface ParameterRow extends ParameterAbout {
  packageId: string;
  packageTitle: Bilingual;
  /** an assumption that nobody has confirmed in law */
  unconfirmed: boolean;
  /** what holds now */
  value: ParameterContent;
  isDefault: boolean;
  /** the tenant's own, the oldest first, those to come included */
  values: ParameterSetting[];
}

export interface ParameterList {
  items: ParameterRow[];
  permissions: { edit: boolean };
}

export interface SetParameterBody {
  value: ParameterContent;
  /** ISO instant; null: at once */
  from: string | null;
  reason: string;
  /** how many values of it have been read */
  seen: number;
}
