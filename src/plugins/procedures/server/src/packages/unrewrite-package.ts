// Owns the way back: from a deployed model to the stored one, with the ids and changes that the deployment kept.
import { removeLandingPad } from './landing-pads';
import { allFlowElements, elementOf, extensionOf, isA, listOf, rootElements } from './model-elements';
import { createElement, type Model, readModel, writeModel } from './model-xml';
import { tableOf } from './package-ids';
import { addExtension, renameBpmn } from './rewrite-bpmn';
import type { ModelChange } from './rewrite-changes';
import { renameDmn } from './rewrite-dmn';
import { type RewrittenPackage, resourceName } from './rewrite-package';

/** The stored models, by path in the package. */
export async function unrewritePackage(rewritten: RewrittenPackage): Promise<Map<string, Buffer>> {
  const restored = new Map<string, Buffer>();
  for (const file of Object.keys(rewritten.changes)) {
    const name = resourceName(rewritten.scope, file);
    const resource = rewritten.resources.find((candidate) => candidate.name === name);
    if (resource) restored.set(file, await unrewriteModel(file, resource.content, rewritten));
  }
  return restored;
}

async function unrewriteModel(file: string, content: Buffer, rewritten: RewrittenPackage): Promise<Buffer> {
  const model = await readModel(file.endsWith('.dmn') ? 'dmn' : 'bpmn', file, content);
  const ids = tableOf(rewritten.scope, rewritten.ids);
  (model.kind === 'bpmn' ? renameBpmn : renameDmn)(model, (kind, name) => ids.plain(kind, name));
  for (const change of [...rewritten.changes[file]].reverse()) undo(model, change);
  return writeModel(model);
}

function undo(model: Model, change: ModelChange): void {
  if (change.kind === 'landingPadAdded') removeLandingPad(model, change);
  else if (change.kind === 'extensionRemoved') putExtensionBack(model, change);
  else if (change.kind === 'subscriptionAdded') takeSubscriptionAway(model, change);
  else takeVariableAway(model, change);
}

function putExtensionBack(model: Model, change: Extract<ModelChange, { kind: 'extensionRemoved' }>): void {
  const element = allFlowElements(model.definitions).find((candidate) => candidate.id === change.element);
  if (!element) return;
  const extension = createElement('bpmn', change.type, change.attributes);
  addExtension(element, extension);
  const container = elementOf(element, 'extensionElements');
  if (!container) return;
  const values = listOf(container, 'values').slice(0, -1);
  values.splice(change.index, 0, extension);
  container.values = values;
}

function takeSubscriptionAway(model: Model, change: Extract<ModelChange, { kind: 'subscriptionAdded' }>): void {
  const message = rootElements(model.definitions, 'bpmn:Message').find((candidate) => candidate.id === change.message);
  const subscription = message ? extensionOf(message, 'zeebe:Subscription') : null;
  const container = message ? elementOf(message, 'extensionElements') : null;
  if (!message || !subscription || !container) return;
  if (change.previous) {
    subscription.correlationKey = change.previous.correlationKey ?? undefined;
    return;
  }
  const values = listOf(container, 'values').filter((value) => value !== subscription);
  if (values.length > 0) container.values = values;
  else message.extensionElements = undefined;
}

function takeVariableAway(model: Model, change: Extract<ModelChange, { kind: 'decisionVariableAdded' }>): void {
  const decision = listOf(model.definitions, 'drgElement').find(
    (candidate) => isA(candidate, 'dmn:Decision') && candidate.id === change.decision,
  );
  const variable = decision ? elementOf(decision, 'variable') : null;
  if (!decision || !variable) return;
  if (change.previous) variable.name = undefined;
  else decision.variable = undefined;
}
