// Owns where a token may be put by hand: a place at which an instance rests or decides, and that can be entered alone.
import { isClosed, type Place } from '../moving/places';
import type { Version } from '../moving/skipped-steps';

const KINDS =
  /^(userTask|receiveTask|intermediateCatchEvent:message|eventBasedGateway|exclusiveGateway|businessRuleTask)$/;

export function tokenTargets({ places, read }: Version): Place[] {
  return [...places.byId.values()].filter(
    (place) => place.process === read.manifest.process && KINDS.test(place.kind) && !isClosed(place),
  );
}
