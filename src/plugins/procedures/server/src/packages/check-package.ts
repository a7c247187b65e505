// Owns the check command: what is wrong with a package before anybody deploys it. Every rule is a function of its own
// under check/; an error means that the package may not be published.
import { ProblemError } from '../problems/problem-error';
import { checkAlarms } from './check/check-alarms';
import { checkBlocks } from './check/check-blocks';
import { checkCalls } from './check/check-calls';
import { checkClocks } from './check/check-clocks';
import { checkCorrections } from './check/check-corrections';
import { checkDocuments } from './check/check-documents';
import { checkEvents } from './check/check-events';
import { checkPackageFeel } from './check/check-feel';
import { checkForms } from './check/check-forms';
import { checkManifest } from './check/check-manifest';
import { checkMessages } from './check/check-messages';
import { checkModels } from './check/check-models';
import { checkMoving } from './check/check-moving';
import { checkScenarios } from './check/check-scenarios';
import { checkServiceTasks } from './check/check-service-tasks';
import { checkTables } from './check/check-tables';
import { checkUserTasks } from './check/check-user-tasks';
import { checkVariables } from './check/check-variables';
import { indexPackage } from './check/package-index';
import { type ReadPackage, readPackage } from './read-package';
import type { Finding } from './types';

const RULES = [
  checkManifest,
  checkModels,
  checkTables,
  checkUserTasks,
  checkServiceTasks,
  checkMessages,
  checkEvents,
  checkCorrections,
  checkAlarms,
  checkClocks,
  checkCalls,
  checkVariables,
  checkForms,
  checkDocuments,
  checkBlocks,
  checkPackageFeel,
  checkMoving,
  checkScenarios,
];

/** Errors first. */
export async function checkPackage(pkg: ReadPackage): Promise<Finding[]> {
  const index = indexPackage(pkg);
  const findings: Finding[] = [];
  for (const rule of RULES) rule(index, findings);
  return findings.sort((a, b) => Number(a.severity === 'warning') - Number(b.severity === 'warning'));
}

/** The same for files that may not even be a package: what cannot be read is a finding too. */
export async function checkFiles(files: ReadonlyMap<string, Buffer>): Promise<Finding[]> {
  try {
    return await checkPackage(await readPackage(files));
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return findingsOf(error);
  }
}

function findingsOf(error: ProblemError): Finding[] {
  const { file = '', problems } = (error.detail ?? {}) as {
    file?: string;
    problems?: { place: string; message: string }[];
  };
  const severity = 'error' as const;
  const code = error.code.toLowerCase().replaceAll('_', '-');
  if (!problems) return [{ severity, code, file, element: null, vi: error.vi, en: error.en }];
  return problems.map(({ place, message }) => ({
    severity,
    code: 'schema',
    file,
    element: place,
    vi: `Tại ${place} phải theo lược đồ, nhưng: ${message}.`,
    en: `Expected ${place} to fit the schema, but: ${message}.`,
  }));
}
