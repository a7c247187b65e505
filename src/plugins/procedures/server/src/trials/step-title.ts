// Owns what a step of a scenario is called in words.
import { timePassed } from '../../../shared/time-passed';
import type { ScenarioStep } from '../../../shared/trials-contract';
import type { ModelMap } from '../packages/model-map';
import type { ReadPackage } from '../packages/read-package';
import type { LocalText } from '../packages/types';

export function stepTitle(step: ScenarioStep, map: ModelMap, read: ReadPackage): LocalText {
  if (step.event) return read.events.find((one) => one.code === step.event)?.title ?? both(step.event);
  if (step.complete) return read.manifest.elements[step.complete]?.title ?? both(map.words(step.complete));
  if (step.message) return { vi: `Thông điệp ${step.message}`, en: `Message ${step.message}` };
  return timePassed(step.advance ?? { to: step.at });
}

const both = (text: string): LocalText => ({ vi: text, en: text });
