/** The door of the engine. Knows no DOM, no browser, no clock. */
export { createEngine, type Engine } from './engine';
export { tellLanguage } from './language';
export { createPolyglot } from './polyglot';
export { drain, type Steps } from './steps';
export type { Tables } from './terms';
