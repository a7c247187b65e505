// Owns the words of the packages in force for other programs: what may be started, codes of events and states.
import { decide } from '../policy/decide';
import { findForm } from '../publishing/package-library';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';

export async function vocabulary(platform: Platform, actor: Actor) {
  const packages = await platform.library.allActive(actor.tenantId);
  return {
    packages: packages.map((published) => {
      const { id, version, title, starts, states } = published.read.manifest;
      return {
        id,
        version,
        title,
        starts: starts
          .filter((start) => decide(actor, 'case.start', { tenantId: actor.tenantId, groups: start.groups }).allowed)
          .map((start) => ({ event: start.event, title: start.title, form: findForm(published, start.form) })),
        events: published.read.events.map((event) => ({ code: event.code, title: event.title })),
        states: states ?? {},
      };
    }),
  };
}
