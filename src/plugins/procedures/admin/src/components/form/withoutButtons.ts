import type { FormSchema } from '../../../../shared/contracts';

interface Component {
  type?: string;
  components?: Component[];
}

/** The page has its one primary action; buttons inside a form would be a second and a third. */
export function withoutButtons(schema: FormSchema): FormSchema {
  const strip = (components: Component[]): Component[] =>
    components
      .filter(({ type }) => type !== 'button')
      .map((each) => (each.components ? { ...each, components: strip(each.components) } : each));
  const { components } = schema as Component;
  return { ...schema, components: strip(components ?? []) };
}
