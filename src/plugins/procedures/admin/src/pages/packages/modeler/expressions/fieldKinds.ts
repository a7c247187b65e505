/** Which expression a field of the expert panel holds, by the name that the panel gives the field. */
import type { ExpressionKind } from './expressionsOf';

const KINDS: Record<string, ExpressionKind> = {
  conditionExpression: 'condition',
  assignmentDefinitionCandidateGroups: 'groups',
  assignmentDefinitionCandidateUsers: 'users',
  assignmentDefinitionAssignee: 'assignee',
  taskScheduleDueDate: 'dueDate',
  taskScheduleFollowUpDate: 'followUpDate',
  scriptExpression: 'script',
  decisionId: 'decision',
  targetProcessId: 'called',
  taskDefinitionType: 'jobType',
  taskDefinitionRetries: 'retries',
  'multiInstance-inputCollection': 'collection',
  'multiInstance-outputElement': 'roundResult',
  'multiInstance-completionCondition': 'completion',
  timerEventDefinitionValue: 'timer',
  messageName: 'message',
  messageSubscriptionCorrelationKey: 'correlation',
};

/** One of a list is called by its element and its place: `viec-input-0-source`. */
const MAPPING = /-(input|output)-\d+-source$/;

/** null: an expression that nothing is known of, as the code of an error. */
export const kindOfField = (field: string): ExpressionKind | null =>
  KINDS[field] ?? (MAPPING.exec(field)?.[1] as 'input' | 'output' | undefined) ?? null;
