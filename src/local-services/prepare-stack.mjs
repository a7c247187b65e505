/** What tests, bench and cases need before they run: the engine's files fetched and the server compiled. */
import { buildServer } from './build.mjs';
import { fetchZeebe } from './fetch-zeebe.mjs';
import { findJava } from './find-java.mjs';

/** @param {import('./progress.mjs').Progress} progress */
export async function prepareStack(progress) {
  await Promise.all([fetchZeebe(progress), findJava(progress)]);
  await buildServer(progress);
}
