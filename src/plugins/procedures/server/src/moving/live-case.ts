// What is known of a running case when its move is planned: plain data, read by read-live-cases.ts.

/** An element instance that is alive: a wait, or a scope around one. */
export interface LivePosition {
  /** Of the element instance at the engine: it stays in the server. */
  key: string;
  elementId: string;
  /** The engine's word: USER_TASK, SUB_PROCESS, MULTI_INSTANCE_BODY, CALL_ACTIVITY ... */
  type: string;
  /** Key of the element instance, or of the process instance, that it lies in. */
  scopeKey: string;
  /** It is in an instance that a call activity has made; the key of that call activity. */
  calledBy: string | null;
  hasIncident: boolean;
  /** A job that a program does, not a person; one of ours that has stopped goes along under its own key (service-tasks/). */
  hasProgramJob: boolean;
}

/** Branches that have arrived at a parallel join and wait for the others. */
export interface Arrival {
  /** The landing pad on the flow. */
  pad: string;
  scopeKey: string;
  count: number;
}

export interface LiveTask {
  id: string;
  elementInstanceKey: string;
  elementId: string;
}

export interface LiveTimer {
  elementId: string;
  dueAt: Date | null;
}

export interface LiveCase {
  positions: LivePosition[];
  arrivals: Arrival[];
  timers: LiveTimer[];
  tasks: LiveTask[];
  /** Keys of positions that hold variables of their own. */
  withLocals: ReadonlySet<string>;
  /** Elements that the case has completed, of those that were asked for (see `watched`). */
  completed: ReadonlySet<string>;
  /** Acts that are staged and not settled. */
  openActs: number;
  /** It is alive, and nothing else is being done with it. */
  isActive: boolean;
}
