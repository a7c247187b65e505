-- Under which appointment a correction was asked for and decided; null: in one's own right. The event that a correction
-- writes says the first of itself (acting_for); whoever agrees is somebody else, whose right no event says.
alter table procedures.event_corrections
  add column asked_acting_for uuid references procedures.acting_appointments,
  add column decided_acting_for uuid references procedures.acting_appointments;
