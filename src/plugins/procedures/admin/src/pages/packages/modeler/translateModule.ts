import { translateFrom } from '../translateFrom';
import vi from './modeler-vi.json';

/** The words of bpmn-js and its panels. */
export const translateModule = (language: string) => translateFrom({ vi }, language);
