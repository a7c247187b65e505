// Owns the routes of alarms: what rings for the reader, the answers to one, and what an administrator sets.
import type { AlarmAdministration, RingingAlarms } from '../../../shared/alarms-contract';
import { acknowledgeAlarm, closeAlarm } from '../alarms/acknowledge';
import { alarmSettings } from '../alarms/alarm-settings';
import { alarmViews, ringingFor } from '../alarms/alarm-views';
import { checkAlarmSettings } from '../alarms/check-settings';
import { loadAlarm } from '../alarms/load-alarm';
import { isFeel } from '../feel/resolve-feel';
import { decide } from '../policy/decide';
import { requireAllowed } from '../policy/decision';
import type { Platform } from '../runtime/platform';
import type { Actor } from '../tenants/actor';
import { saveTenantSettings } from '../tenants/save-tenant-settings';
import { bodyOf, forActor, objectOf } from './respond';

export default {
  ringing: forActor((platform, actor): Promise<RingingAlarms> => {
    requireAllowed(decide(actor, 'alarm.list', { tenantId: actor.tenantId }));
    return ringingFor(platform, actor);
  }),

  acknowledge: forActor(async (platform, actor, context) => {
    await acknowledgeAlarm(platform, actor, context.params.id);
    return oneView(platform, actor, context.params.id);
  }),

  close: forActor(async (platform, actor, context) => {
    await closeAlarm(platform, actor, context.params.id, bodyOf(context).reason);
    return oneView(platform, actor, context.params.id);
  }),

  settings: forActor(async (platform, actor) => {
    requireAllowed(decide(actor, 'alarm.administer', { tenantId: actor.tenantId }));
    return administration(platform, actor);
  }),

  saveSettings: forActor(async (platform, actor, context) => {
    requireAllowed(decide(actor, 'alarm.administer', { tenantId: actor.tenantId }));
    const body = bodyOf(context);
    const groups = (await groupsOf(platform, actor)).map(({ id }) => id);
    const settings = checkAlarmSettings(objectOf(body.settings), groups);
    await saveTenantSettings(platform, actor, {
      table: 'procedures.alarm_settings',
      settings,
      version: body.version,
      versionNow: alarmSettings,
      audit: {
        action: 'alarm.settings',
        subjectType: 'alarmSettings',
        detail: {
          steps: settings.steps.map((step) => `${step.afterMinutes}:${step.to}`),
          desks: settings.desks.map((desk) => `${desk.group}:${desk.sound ? 'on' : 'off'}`),
        },
      },
    });
    return administration(platform, actor);
  }),
};

async function oneView(platform: Platform, actor: Actor, id: string) {
  const { alarm } = await loadAlarm(platform.knex, actor.tenantId, id);
  return (await alarmViews(platform.knex, actor, [alarm]))[0];
}

async function administration(platform: Platform, actor: Actor): Promise<AlarmAdministration> {
  const decided = await alarmSettings(platform.knex, actor.tenantId);
  const packages = await platform.library.allActive(actor.tenantId);
  const named = packages.flatMap(({ read }) => (read.manifest.alarms ?? []).flatMap((one) => one.contacts ?? []));
  const listed = decided.settings.contacts.map(({ code }) => code);
  return {
    ...decided,
    groups: await groupsOf(platform, actor),
    missingContacts: [...new Set(named)].filter((code) => !isFeel(code) && !listed.includes(code)),
  };
}

async function groupsOf(platform: Platform, actor: Actor): Promise<AlarmAdministration['groups']> {
  const packages = await platform.library.allActive(actor.tenantId);
  const found = new Map(
    packages.flatMap(({ read }) => read.manifest.candidateGroups.map((one) => [one.id, one] as const)),
  );
  return [...found.values()].map(({ id, title }) => ({ id, title }));
}
