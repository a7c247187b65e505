// Owns the reading of a deployment's answer: one list of what the engine now knows, whatever the kind.
import type { DeployedResource } from './engine';

interface Metadata {
  [field: string]: unknown;
}

export function deployedResources(response: Readonly<Record<string, unknown>>): DeployedResource[] {
  const deployments = (response.deployments ?? []) as Record<string, Metadata | null | undefined>[];
  return deployments.flatMap(({ process, decision, decisionRequirements, form }) => {
    if (process) return [resource('process', process, 'bpmnProcessId', 'processDefinitionKey')];
    if (decision) return [resource('decision', decision, 'dmnDecisionId', 'decisionKey')];
    if (decisionRequirements) {
      return [resource('drg', decisionRequirements, 'dmnDecisionRequirementsId', 'decisionRequirementsKey')];
    }
    return form ? [resource('form', form, 'formId', 'formKey')] : [];
  });
}

function resource(kind: DeployedResource['kind'], metadata: Metadata, id: string, key: string): DeployedResource {
  return {
    kind,
    id: String(metadata[id]),
    key: String(metadata[key]),
    version: Number(metadata.version),
    resourceName: String(metadata.resourceName ?? ''),
  };
}
