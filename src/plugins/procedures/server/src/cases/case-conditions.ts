// Owns the conditions over `cases` that lists and boards share.

/** As the partial index cases_alive says it (0016_boards.sql), so that closed history is not read. */
export const aliveCases = "cases.life in ('STARTING', 'ACTIVE', 'HELD')";

/** Nobody here has anything to do: the case waits for somebody outside, or has been forgotten. */
export const waitingCase = `not exists (select from procedures.tasks w
  where w.case_id = cases.id and w.state in ('OPEN', 'COMPLETING'))`;
