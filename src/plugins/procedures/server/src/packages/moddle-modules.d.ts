// Owns the types of the two XML model libraries, which bring none that this compiler setting can find.

/** An element of a BPMN or DMN model, as moddle holds it: attributes and children by name, references as objects. */
interface ModdleElement {
  readonly $type: string;
  readonly $attrs: Record<string, string>;
  $parent?: ModdleElement;
  $instanceOf?(type: string): boolean;
  id?: string;
  name?: string;
  [property: string]: unknown;
}

interface ModdleWarning {
  message: string;
  element?: ModdleElement;
  property?: string;
  value?: string;
}

interface ModdleReading {
  rootElement: ModdleElement;
  warnings: ModdleWarning[];
}

declare module 'bpmn-moddle' {
  export class BpmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ModdleReading>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, attributes?: Record<string, unknown>): ModdleElement;
  }
}

declare module 'dmn-moddle' {
  export class DmnModdle {
    constructor(packages?: Record<string, unknown>);
    fromXML(xml: string): Promise<ModdleReading>;
    toXML(element: ModdleElement, options?: { format?: boolean }): Promise<{ xml: string }>;
    create(type: string, attributes?: Record<string, unknown>): ModdleElement;
  }
}
