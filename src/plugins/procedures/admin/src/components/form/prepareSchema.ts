import type { FormSchema } from '../../../../shared/contracts';

interface Component {
  type?: string;
  components?: Component[];
}

/**
 * A form as a page shows it: without buttons, since the page has its one primary action, and with times of day from 00
 * to 23, as offices write them.
 */
export function prepareSchema(schema: FormSchema): FormSchema {
  const prepare = (components: Component[]): Component[] =>
    components
      .filter(({ type }) => type !== 'button')
      .map((each) => (each.type === 'datetime' ? { ...each, use24h: true } : each))
      .map((each) => (each.components ? { ...each, components: prepare(each.components) } : each));
  const { components } = schema as Component;
  return { ...schema, components: prepare(components ?? []) };
}
