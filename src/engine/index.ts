/** The door of the engine. Knows no DOM, no browser, no clock. */
export { type BareEngine, createEngine, type Engine } from './engine';
export { tellLanguage } from './language';
export { type FormFault, OWN_FORM, type OwnEntry, OwnFinder, readForm } from './own';
export { createPolyglot, languageOf } from './polyglot';
export { drain, type Steps } from './steps';
export type { Tables } from './terms';
export { readWords, type Words } from './words';
