/** Owns the way from a case of the file to the values that the intake forms and the event route take. */

/** @param {Record<string, any>} input a case without `expected` */
export function intakeValues(input) {
  const { reporter, flags, handover } = input;
  return {
    record: {
      receivedByUnit: input.receivedByUnit,
      kind: input.sourceKind,
      channel: input.channel,
      summary: input.summary,
      occurredPlace: input.occurredPlace,
      crimeType: input.crimeType,
      blhsArticle: input.blhsArticleHint,
      sensitiveFields: input.sensitiveFields,
      flagrant: flags.flagrant === true,
      publicInterest: flags.publicInterest === true,
      pressReflected: flags.pressReflected === true,
      fleeRisk: flags.fleeRisk === true,
      involvesMinor: flags.involvesMinor === true,
      remoteArea: flags.remoteArea === true,
      aboutWardPolice: flags.aboutWardPolice === true,
      ...(flags.seriousness ? { seriousness: flags.seriousness } : {}),
      ...(input.context.postmarkDate ? { postmarkDate: input.context.postmarkDate } : {}),
      identityProtection: reporter?.identityProtection === true,
      documents: (input.documents ?? []).map((name) => ({ name })),
      ...(handover ? { handoverMode: handover.mode, handoverChecklist: handover.checklist } : {}),
      persons: reporter ? [person(reporter)] : [],
    },
  };
}

function person(reporter) {
  const { role, name, phone, address, anonymous, anonymousReason, howKnown } = reporter;
  const given = { role, name, phone, address, anonymous: anonymous === true, anonymousReason, howKnown };
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  );
}

/** Only what the form has, so that the same case fits whatever start form a ward uses. */
export function onlyFields(values, form) {
  const known = new Set();
  const walk = (components) => {
    for (const component of components ?? []) {
      const path = component.type === 'dynamiclist' ? component.path : component.key;
      if (path) known.add(path.split('.')[1]);
      if (component.type !== 'dynamiclist') walk(component.components);
    }
  };
  walk(form.components);
  const record = Object.fromEntries(
    Object.entries(values.record).filter(([name, value]) => known.has(name) && value !== null && value !== undefined),
  );
  return { record };
}

/**
 * What is entered for an event. The officer knows more than the one line of data: whether an investigator is authorised
 * for this matter, and that a file will go on for an administrative sanction (the file says it by a later event).
 * @param {Record<string, any>} input @param {Record<string, any>} event @param {(caseId: string) => string} bookNoOf
 */
export function eventBody(input, event, bookNoOf) {
  const data = { ...event.data };
  for (const key of ['duplicateOf', 'into']) if (data[key]) data[key] = bookNoOf(data[key]);
  if (event.event === 'KHONG_KHOI_TO') {
    data.administrativeViolation = input.events.some((later) => later.n > event.n && later.event === 'CHUYEN_HS_VPHC');
  }
  const body = { code: event.event, data, note: event.note, at: event.at };
  if (event.event !== 'PHAN_LOAI') return body;
  const { wardHasAuthorizedInvestigator, inTerritory } = input.context;
  return {
    ...body,
    values: {
      record: { authorizedInvestigator: wardHasAuthorizedInvestigator === true, inTerritory: inTerritory === true },
    },
  };
}
