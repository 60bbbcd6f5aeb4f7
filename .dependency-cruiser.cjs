// Who may import whom: the table in ARCHITECTURE.md, one rule a row. Tests may import anything.

const { join } = require('node:path');

const TEST = '\\.test\\.tsx?$';
const ENGINE_DOOR = '^src/engine/(index|types)\\.ts$';

/**
 * From one room to all others, save the ones named.
 * @param {string} name @param {string[]} allowed @param {string} comment
 * @returns {import('dependency-cruiser').IForbiddenRuleType}
 */
const room = (name, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `^src/${name}/`, pathNot: TEST },
  to: { path: '^(src|scripts|tests)/', pathNot: [`^src/${name}/`, ...allowed] },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    room('engine', [], 'The engine is pure: it imports its own files only.'),
    {
      name: 'engine-needs-nothing',
      comment: 'The engine has no dependencies and knows neither Node nor a browser.',
      severity: 'error',
      from: { path: '^src/engine/', pathNot: TEST },
      to: { dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    room('lexicon', ['^src/engine/'], 'The lexicon knows the engine’s words, and nothing else of Rupor.'),
    {
      name: 'lexicon-knows-types',
      comment:
        'The compiler folds as the engine does and writes its terms, features and slots; all else it takes as types.',
      severity: 'error',
      from: { path: '^src/lexicon/', pathNot: [TEST, '^src/lexicon/prove\\.ts$'] },
      to: {
        path: '^src/engine/',
        pathNot: '^src/engine/(types|features|terms|fold|slots)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'lexicon-door-is-light',
      comment: 'The door of the lexicon rides in every page: no library, no Node, no compiler behind it.',
      severity: 'error',
      from: { path: '^src/lexicon/index\\.ts$' },
      to: { pathNot: ['^src/lexicon/', '^src/engine/'] },
    },
    room('shared', ['^src/engine/types\\.ts$'], 'Shared is the ground floor: it knows the engine’s types.'),
    room(
      'parts',
      ['^src/engine/types\\.ts$', '^src/shared/'],
      'Parts are props in, markup out: they know types and texts.',
    ),
    {
      name: 'parts-know-texts',
      comment: 'Of shared, a part takes i18n and types: no browser, no storage.',
      severity: 'error',
      from: { path: '^src/parts/', pathNot: TEST },
      to: { path: '^src/shared/', pathNot: '^src/shared/i18n\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    room(
      'page',
      [ENGINE_DOOR, '^src/lexicon/(index|all-rules)\\.ts$', '^src/shared/', '^src/parts/'],
      'The page may use doors and parts; it never meets the background or our own pages.',
    ),
    room(
      'background',
      ['^src/engine/types\\.ts$', '^src/shared/'],
      'The background knows shared; text and DOM are none of its business.',
    ),
    room(
      'ui',
      [ENGINE_DOOR, '^src/lexicon/(index|all-rules)\\.ts$', '^src/shared/', '^src/parts/'],
      'Our pages know names and notes, shared and parts, and the engine for a sample; they talk to a page through messages.',
    ),
    room(
      'cli',
      [ENGINE_DOOR, '^src/engine/inspect\\.ts$', '^src/lexicon/', '^src/shared/'],
      'The command line is engine and lexicon on Node; it knows no browser.',
    ),
    room(
      'module',
      [ENGINE_DOOR, '^src/lexicon/(index\\.ts|generated/)'],
      'The engine as a package is the engine and its tables: nothing of the extension, nothing of Node.',
    ),
    {
      name: 'module-needs-nothing',
      comment: 'Who installs the engine installs no other package.',
      severity: 'error',
      from: { path: '^src/module/', pathNot: TEST },
      to: { dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-node-in-browser',
      comment: 'Only build files of the lexicon and the command line run on Node.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/(lexicon|cli)/', TEST] },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'one-polyfill',
      comment: 'shared/browser.ts is the only import of webextension-polyfill: dropping it costs one file.',
      severity: 'error',
      from: { path: '^src/', pathNot: ['^src/shared/browser\\.ts$', TEST] },
      to: { path: 'webextension-polyfill', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-dev-library-at-run-time',
      comment: 'What a page or our own pages import is a dependency, with its reason in ARCHITECTURE.md.',
      severity: 'error',
      from: { path: '^src/(shared|parts|page|background|ui)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'], pathNot: '@types' },
    },
    {
      name: 'no-circle',
      comment: 'Two files that need each other at run time are one file, or three.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true, pathNot: '\\?inline$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: join(__dirname, 'tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
