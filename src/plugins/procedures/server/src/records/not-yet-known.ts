// Owns the one failure of a reaction that is none: what it needs to know stands in a record that the slower exporter has
// not brought yet. It is waited for quietly, at an even pace, because everything behind it in the partition waits too.

export class NotYetKnown extends Error {}
