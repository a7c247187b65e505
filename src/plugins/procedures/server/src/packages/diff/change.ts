// Owns the shape of one difference between two packages.

export interface Change {
  file: string;
  /** What kind of thing changed. */
  area: 'element' | 'layout' | 'field' | 'decision' | 'manifest' | 'event' | 'file';
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** Id of the element, component, row, rule or parameter; of a file its path. */
  id: string;
  /** Type, where a thing has one: `bpmn:UserTask`, `textfield`. */
  type: string | null;
  /** What changed of it, whole, by path: `name`, `extensionElements/zeebe:IoMapping/…`; of what is added or removed, all. */
  properties: { name: string; before: unknown; after: unknown }[];
  /** Says which properties change; their values stand in `properties`. */
  vi: string;
  en: string;
}

/** Everything that is compared of one thing, by path of property. */
export type Facts = Map<string, unknown>;

export interface Thing {
  type: string | null;
  title: string | null;
  facts: Facts;
}

/** A value as people read it; null: there is none. */
export const readableValue = (value: unknown): string | null =>
  value === null || typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? null);
