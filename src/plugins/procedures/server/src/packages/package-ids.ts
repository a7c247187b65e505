// Owns the table of a package's ids at the broker: which there are, and which carry the version.
import { ProblemError } from '../problems/problem-error';
import { quotedName } from './feel-name';
import { isA, listOf, processesOf, rootElements, startsByItself } from './model-elements';
import { type DeployedId, deployedId, type IdKind, type IdScope } from './plain-ids';
import type { ReadPackage } from './read-package';

export interface PackageIds {
  scope: IdScope;
  list: DeployedId[];
  /** The deployed id of something that the package holds; refuses what it does not hold. */
  deployed(kind: IdKind, plain: string, place: { file: string; element: string }): string;
  plain(kind: IdKind, deployed: string): string;
}

export function packageIds(pkg: ReadPackage, scope: IdScope): PackageIds {
  const list: DeployedId[] = [];
  const add = (kind: IdKind, plain: string, versioned: boolean) => {
    if (!list.some((id) => id.kind === kind && id.plainId === plain)) {
      list.push({ kind, plainId: plain, deployedId: deployedId(scope, plain, versioned) });
    }
  };
  for (const model of pkg.models.values()) {
    if (model.kind === 'bpmn') {
      for (const process of processesOf(model.definitions)) {
        if (process.id) add('process', process.id, !startsByItself(process));
      }
      for (const message of rootElements(model.definitions, 'bpmn:Message')) {
        if (message.name) add('message', plainName(message.name), false);
      }
      for (const signal of rootElements(model.definitions, 'bpmn:Signal')) {
        if (signal.name) add('signal', plainName(signal.name), false);
      }
    } else {
      if (model.definitions.id) add('drg', model.definitions.id, true);
      for (const decision of listOf(model.definitions, 'drgElement').filter((part) => isA(part, 'dmn:Decision'))) {
        if (decision.id) add('decision', decision.id, true);
      }
    }
  }
  return tableOf(scope, list);
}

export function tableOf(scope: IdScope, list: DeployedId[]): PackageIds {
  return {
    scope,
    list,
    deployed(kind, plain, place) {
      const found = list.find((id) => id.kind === kind && id.plainId === plain);
      if (found) return found.deployedId;
      throw new ProblemError({
        code: 'PACKAGE_REFERENCE_UNKNOWN',
        vi: `"${place.element}" trong ${place.file} gọi ${kind} "${plain}", nhưng bộ quy trình không có. Hãy thêm hoặc sửa tên.`,
        en: `Expected "${place.element}" in ${place.file} to refer to a ${kind} of the package, but "${plain}" is none.`,
        detail: place,
      });
    },
    plain: (kind, deployed) => list.find((id) => id.kind === kind && id.deployedId === deployed)?.plainId ?? deployed,
  };
}

/** The plain name behind a message or signal name: itself, or the text of an expression that is one string. */
const plainName = (name: string): string => quotedName(name) ?? name;
