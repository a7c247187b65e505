// Owns the words of a step's notice: its text with the values of variables in words. Of a case that is told to nobody outside
// no value is named, since a notice leaves by mail too.
import { optionsOf } from '../packages/option-words';
import type { ReadPackage } from '../packages/read-package';
import type { LocalText, VariableDefinition } from '../packages/types';

const LONGEST_VALUE = 80;

export function noticeText(
  template: string,
  read: ReadPackage,
  { variables, sensitive }: { variables: Record<string, unknown>; sensitive: boolean },
): LocalText {
  const fill = (language: 'vi' | 'en') =>
    template.replace(/\{(\w+)\}/g, (_all, name: string) => {
      if (sensitive) return language === 'vi' ? '(không nêu)' : '(not named)';
      const variable = read.manifest.variables.find((one) => one.name === name);
      return variable ? wordsOf(read, variable, variables[name], language) : '';
    });
  return { vi: fill('vi'), en: fill('en') };
}

function wordsOf(read: ReadPackage, variable: VariableDefinition, value: unknown, language: 'vi' | 'en'): string {
  if (value === true) return language === 'vi' ? 'có' : 'yes';
  if (value === false) return language === 'vi' ? 'không' : 'no';
  if (typeof value === 'number') return value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB');
  if (typeof value !== 'string' || value === '') return language === 'vi' ? '(chưa có)' : '(none)';
  const label = optionsOf(read, variable.from).find((one) => one.value === value)?.label ?? value;
  return label.slice(0, LONGEST_VALUE);
}
