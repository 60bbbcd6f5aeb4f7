/** A window for all pages, in which nothing runs and nothing is loaded: what the page's code asks its world for. */
import { Window } from 'happy-dom';

const NAMES = [
  'document',
  'location',
  'Node',
  'NodeFilter',
  'Element',
  'Document',
  'CharacterData',
  'Text',
  'ShadowRoot',
  'HTMLElement',
  'HTMLAnchorElement',
  'HTMLIFrameElement',
  'DOMParser',
  'getComputedStyle',
  'Range',
  'StaticRange',
] as const;

const made = new Window({
  url: 'https://news.example/1',
  settings: {
    disableIframePageLoading: true,
    disableCSSFileLoading: true,
    disableJavaScriptFileLoading: true,
    handleDisabledFileLoadingAsSuccess: true,
  },
});
for (const name of NAMES)
  Object.defineProperty(globalThis, name, { value: Reflect.get(made, name), configurable: true });
