/** The modeler, which comes when a diagram is opened, or ahead of it. */
export const loadModeler = () => import('./modeler/BpmnEditor');
