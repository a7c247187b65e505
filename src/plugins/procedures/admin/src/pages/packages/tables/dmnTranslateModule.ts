import { translateFrom } from '../translateFrom';
import vi from './dmn-vi.json';

/** The words of dmn-js; a test holds the table to what dmn-js says. */
export const dmnTranslateModule = (language: string) => translateFrom({ vi }, language);
