/** What the bundler understands and the type checker does not. */
declare module '*.css';

declare module '@bpmn-io/feel-editor' {
  export default class FeelEditor {
    constructor(options: object);
    setVariables(variables: object[]): void;
    focus(position?: number): void;
  }
}
declare module 'bpmn-js-native-copy-paste';
declare module 'bpmn-js-properties-panel';
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
declare module 'diagram-js-minimap';

declare module 'dmn-js/lib/Modeler' {
  interface DmnView {
    type: string;
    element: { id: string; name?: string };
  }
  export default class DmnModeler {
    constructor(options: object);
    importXML(xml: string): Promise<unknown>;
    saveXML(options: { format: boolean }): Promise<{ xml: string }>;
    getViews(): DmnView[];
    open(view: DmnView): Promise<unknown>;
    getActiveViewer(): object | undefined;
    on(event: 'views.changed', listener: (now: { views: DmnView[]; activeView?: DmnView }) => void): void;
    destroy(): void;
  }
}
