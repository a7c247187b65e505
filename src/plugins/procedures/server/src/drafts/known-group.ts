// Owns what is known of a group that a step may be given to.

export interface KnownGroup {
  id: string;
  title: string;
}
