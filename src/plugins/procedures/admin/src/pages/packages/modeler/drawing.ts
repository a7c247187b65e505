/** What of bpmn-js the modeler's own parts use, as far as they use it: shapes, flows, and the services that change them. */

export interface Moddle {
  $type: string;
  id?: string;
  name?: string;
  value?: string;
  key?: string;
  /** Job type of a task definition. */
  type?: string;
  processId?: string;
  source?: string;
  inputParameters?: Moddle[];
  outputParameters?: Moddle[];
  candidateGroups?: string;
  body?: string;
  default?: Moddle;
  conditionExpression?: Moddle;
  messageRef?: Moddle;
  values?: Moddle[];
  properties?: Moddle[];
  rootElements?: Moddle[];
  eventDefinitions?: Moddle[];
  extensionElements?: Moddle;
  target?: string;
  loopCharacteristics?: Moddle;
  completionCondition?: Moddle;
  timeDuration?: Moddle;
  timeDate?: Moddle;
  timeCycle?: Moddle;
  $parent?: Moddle;
}

export interface Drawn {
  id: string;
  type: string;
  businessObject: Moddle;
}

export interface Shape extends Drawn {
  x: number;
  y: number;
  width: number;
  height: number;
  parent: Shape;
  outgoing: Connection[];
  incoming: Connection[];
  attachers?: Shape[];
  host?: Shape;
}

export interface Connection extends Drawn {
  waypoints: { x: number; y: number }[];
  source: Shape;
  target: Shape;
  parent: Shape;
}

interface Point {
  x: number;
  y: number;
}

export interface Services {
  bpmnFactory: { create(type: string, attributes?: object): Moddle };
  elementFactory: { createShape(attributes: object): Shape };
  elementRegistry: {
    get(id: string): Shape | Connection | undefined;
    filter(keep: (element: Shape | Connection) => boolean): (Shape | Connection)[];
  };
  canvas: {
    getRootElement(): Shape;
    zoom(to?: string | number, center?: string): number;
    scrollToElement(
      element: object,
      padding?: number | { top: number; right: number; bottom: number; left: number },
    ): void;
  };
  modeling: {
    updateModdleProperties(element: Drawn, target: Moddle, values: object): void;
    updateProperties(element: Drawn, values: object): void;
    createShape(shape: object, at: Point, parent: Shape, hints?: object): Shape;
    connect(source: Shape, target: Shape, attributes: object): Connection;
    reconnectEnd(connection: Connection, target: Shape, docking: Point): void;
    layoutConnection(connection: Connection): void;
    createSpace(moving: Shape[], resizing: Shape[], delta: Point, direction: string, start: number): void;
  };
  spaceTool: {
    calculateAdjustments(
      elements: (Shape | Connection)[],
      axis: 'x' | 'y',
      delta: number,
      start: number,
    ): { movingShapes: Shape[]; resizingShapes: Shape[] };
  };
  commandStack: {
    execute(command: string, context: object): void;
    registerHandler(command: string, handler: object): void;
  };
  selection: { select(element: object): void };
}

export const isFlow = (element: Drawn): element is Connection => element.type === 'bpmn:SequenceFlow';

/** What stands on the way of a case: steps, events, gateways. */
export const isOnTheWay = (element: Drawn): element is Shape =>
  /Task$|Event$|Gateway$|SubProcess$|CallActivity$/.test(element.type) &&
  !('labelTarget' in element && element.labelTarget);
