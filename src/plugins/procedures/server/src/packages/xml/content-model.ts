// Owns whether children stand in the order and number that a content model of an XML schema allows. The model becomes a
// small automaton, walked once over the children, so that the first one out of place is known.

export interface Particle {
  min: number;
  /** -1: any number. */
  max: number;
  sequence?: Particle[];
  choice?: Particle[];
  /** A global element, by `{namespace}name`; members of its substitution group stand for it. */
  ref?: string;
  /** An element of this place alone, and its type. */
  name?: string;
  type?: string;
  any?: string;
  target?: string;
  strict?: boolean;
}

export interface Expected {
  /** The element's type, null for a wildcard. */
  type: string | null;
  strict: boolean;
}

interface State {
  moves: { particle: Particle; to: State }[];
  free: State[];
  isEnd: boolean;
}

export interface ContentModel {
  start: State;
}

const newState = (): State => ({ moves: [], free: [], isEnd: false });

export function contentModel(particle: Particle | null): ContentModel {
  const start = newState();
  const end = particle ? append(start, particle) : start;
  end.isEnd = true;
  return { start };
}

function append(from: State, particle: Particle): State {
  let current = from;
  for (let at = 0; at < particle.min; at += 1) current = once(current, particle);
  if (particle.max === -1) {
    const loop = newState();
    current.free.push(loop);
    once(loop, particle).free.push(loop);
    return loop;
  }
  const end = newState();
  for (let at = particle.min; at < particle.max; at += 1) {
    current.free.push(end);
    current = once(current, particle);
  }
  current.free.push(end);
  return end;
}

function once(from: State, particle: Particle): State {
  if (particle.sequence) return particle.sequence.reduce(append, from);
  const to = newState();
  if (particle.choice) for (const one of particle.choice) append(from, one).free.push(to);
  else from.moves.push({ particle, to });
  return to;
}

/** What each child is expected as; `stopped` is the first child out of place, or the number of children when more are needed. */
export function walkContent<T>(
  model: ContentModel,
  children: readonly T[],
  fits: (child: T, particle: Particle) => Expected | null,
): { expected: Expected[]; stopped: number | null } {
  const expected: Expected[] = [];
  let states = closure([model.start]);
  for (const [at, child] of children.entries()) {
    const next: State[] = [];
    let found: Expected | null = null;
    for (const state of states) {
      for (const { particle, to } of state.moves) {
        const fit = fits(child, particle);
        if (!fit) continue;
        found ??= fit;
        next.push(to);
      }
    }
    if (!found) return { expected, stopped: at };
    expected.push(found);
    states = closure(next);
  }
  return { expected, stopped: [...states].some((state) => state.isEnd) ? null : children.length };
}

function closure(states: readonly State[]): Set<State> {
  const found = new Set<State>(states);
  for (const state of found) for (const next of state.free) found.add(next);
  return found;
}
