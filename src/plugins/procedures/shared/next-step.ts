/** What can follow a task, by the drawing of its procedure. */
export interface NextStep {
  kind: 'task' | 'wait' | 'process' | 'end';
  id: string;
  title: string;
  /** the answers at the branches on the way, in the words of the drawing */
  when: string[];
}
