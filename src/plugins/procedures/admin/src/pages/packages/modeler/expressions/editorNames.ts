/** The names of a place and the engine's functions, as the FEEL editor wants them: with words in the reader's language. */
import type { ElementVariable, VariableType } from '../../../../../../shared/expressions-contract';
import functions from '../../../../../../shared/feel-functions.json';
import type { Text } from '../../../../text/useText';

export interface EditorName {
  name: string;
  detail?: string;
  info?: string | (() => HTMLElement);
  isList?: boolean | 'optional';
  entries?: EditorName[];
  type?: 'function' | 'variable';
  params?: { name: string }[];
}

type Words = Pick<Text, 't' | 'pick' | 'language'>;

export const typeWords = (type: VariableType, { t }: Pick<Text, 't'>): string => t(`expressions.type.${type}`);

export function originWords({ origin, steps, unset }: ElementVariable, { t }: Pick<Text, 't'>): string {
  const titles = steps.map(({ title }) => `“${title}”`);
  const shown = titles.length > 3 ? [...titles.slice(0, 3), '…'] : titles;
  const words =
    shown.length > 0
      ? t('expressions.originSteps', { origin: t(`expressions.origin.${origin}`), steps: shown.join(', ') })
      : t(`expressions.origin.${origin}`);
  return unset ? `${words}. ${t('expressions.unset')}` : words;
}

export const editorVariables = (variables: readonly ElementVariable[], words: Words): EditorName[] =>
  variables.map((one) => ({
    name: one.name,
    detail: typeWords(one.type, words),
    info: [
      words.pick(one.title),
      originWords(one, words),
      one.options.length > 0
        ? words.t('expressions.options', { values: one.options.map(({ value }) => `"${value}"`).join(', ') })
        : '',
    ]
      .filter(Boolean)
      .join('\n'),
    isList: one.type === 'list' ? true : one.type === 'any' ? 'optional' : false,
    entries: one.entries.map(({ name, type, title }) => ({
      name,
      detail: typeWords(type, words),
      info: title ?? undefined,
      isList: 'optional' as const,
    })),
  }));

/** Functions too, by these names: known to the editor it reads `a and not(b)` as one name and says that it is wrong. */
const SIGNS = ['and', 'or'];

export const editorFunctions = ({ t, language }: Words): EditorName[] =>
  functions
    .filter(({ name }) => !SIGNS.includes(name))
    .map(({ name, params, returns, vi, en, example, gives }) => ({
      name,
      type: 'function',
      params: params.map((param) => ({ name: param })),
      detail: `→ ${returns}`,
      info: () => {
        const box = document.createElement('div');
        const about = document.createElement('p');
        about.textContent = language === 'vi' ? vi : en;
        const shown = document.createElement('pre');
        shown.textContent = `${t('expressions.example')}\n${example}\n= ${gives}`;
        box.append(about, shown);
        return box;
      },
    }));
