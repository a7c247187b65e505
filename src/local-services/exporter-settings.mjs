/**
 * What a Zeebe broker is told so that its record log reaches us: two of its own Elasticsearch exporters, one quick for
 * what opens and ends tasks, one in large bulks for everything. The same lines are given to the operator of a cluster
 * that is not ours.
 */

/** Zeebe's names of value types, as the exporter's `index.*` switches spell them (8.5.8). */
const VALUE_TYPES = [
  'checkpoint',
  'commandDistribution',
  'compensationSubscription',
  'decision',
  'decisionEvaluation',
  'decisionRequirements',
  'deployment',
  'deploymentDistribution',
  'error',
  'escalation',
  'form',
  'incident',
  'job',
  'jobBatch',
  'message',
  'messageBatch',
  'messageStartEventSubscription',
  'messageSubscription',
  'process',
  'processEvent',
  'processInstance',
  'processInstanceBatch',
  'processInstanceCreation',
  'processInstanceMigration',
  'processInstanceModification',
  'processMessageSubscription',
  'resourceDeletion',
  'signal',
  'signalSubscription',
  'timer',
  'userTask',
  'variable',
  'variableDocument',
];

const FAST = [
  'job',
  'incident',
  'messageStartEventSubscription',
  'processMessageSubscription',
  'message',
  'processInstanceCreation',
];

/** Bookkeeping between partitions and of batches: nothing that a person would ask about. */
const NOT_USEFUL = [
  'checkpoint',
  'commandDistribution',
  'deploymentDistribution',
  'jobBatch',
  'messageBatch',
  'processInstanceBatch',
];

/**
 * @param {{ url: string, password: string, engineId: string }} receiver
 * @returns {Record<string, string>}
 */
export function exporterSettings({ url, password, engineId }) {
  /**
   * @param {string} id
   * @param {Record<string, string>} bulk
   * @param {(valueType: string) => boolean} sends
   */
  const exporter = (id, bulk, sends) => {
    const settings = {
      CLASSNAME: 'io.camunda.zeebe.exporter.ElasticsearchExporter',
      ARGS_URL: url,
      ARGS_AUTHENTICATION_USERNAME: 'exporter',
      ARGS_AUTHENTICATION_PASSWORD: password,
      ARGS_INDEX_PREFIX: engineId,
      ARGS_INDEX_EVENT: 'true',
      ARGS_INDEX_COMMAND: 'false',
      ARGS_INDEX_REJECTION: 'false',
      ...bulk,
      ...Object.fromEntries(VALUE_TYPES.map((type) => [`ARGS_INDEX_${type.toUpperCase()}`, String(sends(type))])),
    };
    return Object.entries(settings).map(([name, value]) => [`ZEEBE_BROKER_EXPORTERS_${id}_${name}`, value]);
  };
  return Object.fromEntries([
    ...exporter('FAST', { ARGS_BULK_SIZE: '1', ARGS_BULK_DELAY: '1' }, (type) => FAST.includes(type)),
    ...exporter('FULL', { ARGS_BULK_SIZE: '500', ARGS_BULK_DELAY: '1' }, (type) => !NOT_USEFUL.includes(type)),
  ]);
}
