// Owns the rewrite of one DMN model: ids of the decision graph and its decisions, and the references to them. Input
// data and knowledge models keep their ids, which the broker does not know by name.
import { elementOf, isA, listOf, textOf } from './model-elements';
import { createElement, type Model } from './model-xml';
import type { PackageIds } from './package-ids';
import type { IdKind } from './plain-ids';
import type { ModelChange } from './rewrite-changes';

const decisionsOf = (model: Model): ModdleElement[] =>
  listOf(model.definitions, 'drgElement').filter((element) => isA(element, 'dmn:Decision'));

export function rewriteDmn(model: Model, ids: PackageIds): ModelChange[] {
  const changes = nameRequiredDecisions(model);
  renameDmn(model, (kind, name, element) => ids.deployed(kind, name, { file: model.path, element }));
  return changes;
}

/** Applies a renaming to the decision graph, its decisions and every reference to a decision. */
export function renameDmn(model: Model, rename: (kind: IdKind, name: string, element: string) => string): void {
  const renamed = new Map<string, string>();
  for (const decision of decisionsOf(model)) {
    if (!decision.id) continue;
    renamed.set(`#${decision.id}`, `#${rename('decision', decision.id, decision.id)}`);
    decision.id = rename('decision', decision.id, decision.id);
  }
  const { id } = model.definitions;
  if (id) model.definitions.id = rename('drg', id, id);
  for (const reference of referencesIn(model.definitions)) {
    const href = textOf(reference, 'href');
    if (href) reference.href = renamed.get(href) ?? href;
  }
}

/**
 * A decision that needs another reads its result under the variable's name, else under its id. The id is about to
 * change, so a required decision without a variable gets one of its plain id.
 */
export function nameRequiredDecisions(model: Model): ModelChange[] {
  const required = new Set(
    decisionsOf(model)
      .flatMap((decision) => listOf(decision, 'informationRequirement'))
      .map((requirement) => textOf(elementOf(requirement, 'requiredDecision'), 'href')),
  );
  const changes: ModelChange[] = [];
  for (const decision of decisionsOf(model)) {
    if (!decision.id || !required.has(`#${decision.id}`)) continue;
    const variable = elementOf(decision, 'variable');
    if (textOf(variable, 'name')) continue;
    const previous = variable ? { id: variable.id ?? null } : null;
    changes.push({ kind: 'decisionVariableAdded', decision: decision.id, previous });
    if (variable) {
      variable.name = decision.id;
    } else {
      const added = createElement('dmn', 'dmn:InformationItem', { name: decision.id });
      added.$parent = decision;
      decision.variable = added;
    }
  }
  return changes;
}

/** Every element that refers to another by `href`, wherever it hangs. */
function referencesIn(element: ModdleElement): ModdleElement[] {
  const found: ModdleElement[] = typeof element.href === 'string' ? [element] : [];
  for (const [key, value] of Object.entries(element)) {
    if (key.startsWith('$')) continue;
    for (const part of Array.isArray(value) ? value : [value]) {
      if (part?.$parent === element) found.push(...referencesIn(part as ModdleElement));
    }
  }
  return found;
}
