// Owns how a parameter of a package is told, wherever it is shown.
import type { ParameterAbout } from '../../../shared/parameters-contract';
import type { LimitedParameter } from './parameter-limits';

export const parameterAbout = (one: LimitedParameter): ParameterAbout => ({
  name: one.name,
  title: one.title,
  type: one.type,
  default: one.default,
  min: one.min ?? null,
  max: one.max ?? null,
  options: one.options ?? null,
  optionTitles: one.optionTitles ?? {},
  unit: one.unit ?? null,
  legalBasis: one.legalBasis ?? null,
  law: one.law,
});
