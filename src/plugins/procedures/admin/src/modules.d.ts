/** What the bundler understands and the type checker does not. */
declare module '*.css';

declare module 'bpmn-js-native-copy-paste';
declare module 'bpmn-js-properties-panel';
declare module 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
declare module 'diagram-js-minimap';
