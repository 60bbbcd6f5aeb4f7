/**
 * How each command of the documents is tried. A document that names another one fails the test, and so does a line here
 * that no document needs any more.
 */
export type Way =
  /** Run for real beside the sample files. `as`: what is run in its place, and why. */
  | { readonly run: true; readonly exit?: number }
  | { readonly as: string; readonly why: string; readonly exit?: number }
  /** A step of `npm test`, by its name in scripts/test.mjs. */
  | { readonly step: string }
  /** Another test runs it. */
  | { readonly test: string };

const RUN = { run: true } as const;
const help = (name: string, why: string): Way => ({ as: `npm run -s ${name} -- --help`, why });
const npmHelp = (name: string, why: string): Way => ({ as: `npm ${name} --help`, why });

const NAMED = 'only named here: what it is run on stands elsewhere';
const LONG = 'minutes, and figures of a quiet machine';
/** The same options on files of the test's own. */
const OUTPUTS = { test: 'src/cli/outputs.test.ts' } as const;
/** Takes the recipes out of the document. */
const RECIPES = { test: 'src/cli/parallel.test.ts' } as const;
const LEXICON = { step: 'lexicon' } as const;
const WRITES = 'writes into the lexicon';

export const WAYS: Readonly<Record<string, Way>> = {
  'npm ci': {
    as: 'npm ci --dry-run --offline --loglevel=notice',
    why: 'npm test does it where packages are missing; here it would do it again',
  },
  'npm test': { test: 'scripts/test.mjs' },
  'npm run build': { step: 'build for Chrome' },
  'npm run build:chrome': { step: 'build for Chrome' },
  'npm run build:firefox': { step: 'build for Firefox' },
  'npm run package': { step: 'zips' },
  'npm run package:verify': { step: 'the same zips from another folder, time and language' },
  'npm run package:source': { test: 'tests/reviewers.test.ts' },
  'npm run sbom': { test: 'tests/supply.test.ts' },
  'npm run engine': { step: 'the engine as a package' },
  'npm install /path/to/rupor-engine-VERSION.tgz': { test: 'tests/dist-engine.test.ts' },
  'npm run unit': { step: 'unit and property tests' },
  'npm run e2e': { step: 'end to end in Chromium and Firefox' },
  'npm run types': { step: 'types' },
  'npm run lint': { step: 'format and lint' },
  'npm run format': { step: 'format and lint' },
  'npx vite build --mode chrome --watch': { step: 'build for Chrome' },
  'npx vitest run --project unit src/shared tests/locales.test.ts': { step: 'unit and property tests' },

  'npm run lexicon': LEXICON,
  'npm run lexicon -- --draft --only zvezda': LEXICON,
  'npm run lexicon -- --draft --only tass': LEXICON,
  'npm run -s lexicon -- --stats': LEXICON,
  'npm run morph:update': {
    as: 'npx tsx scripts/morphology/update.ts none',
    why: 'it fetches dictionaries, and looks up each word: a language that there is none of',
    exit: 2,
  },

  'npm run demo': { as: 'npm run -s demo -- --help', why: 'it opens a browser' },
  'npm run demo -- --firefox': { as: 'npm run -s demo -- --help', why: 'it opens a browser' },
  'npm run screenshots': {
    as: 'npm run -s screenshots -- none',
    why: 'ten minutes in a browser: a surface that there is none of',
    exit: 1,
  },
  'npm run screenshots -- --store': { as: 'npm run -s screenshots -- none', why: 'the same', exit: 1 },
  'npm run pages': help('pages', 'it fetches 130 real pages'),
  'npm run bench': help('bench', LONG),
  'npm run fuzz': help('fuzz', 'minutes; npm test has a slice of it'),
  'npm run soak': help('soak', 'half an hour in a browser'),
  'npm run throughput': help('throughput', LONG),
  'npm run mutation': {
    as: 'npm run -s mutation -- --none',
    why: 'an hour: an option that there is none of, which is answered with those that there are',
    exit: 2,
  },
  'npm run accuracy': { run: true, exit: 1 },

  'npm run -s scan -- article.txt': RUN,
  'npm run -s scan -- page.html --json': RUN,
  'npm run -s scan -- feed.ndjson --format ndjson': RUN,
  "echo 'Про це повідомляє ТАСС.' | npm run -s scan -- --table": RUN,
  'echo \'{"id":"a1","lang":"uk","title":"Заголовок","text":"Про це повідомляє ТАСС."}\' | npm run -s scan -- --format ndjson':
    RUN,

  'npm run -s scan -- --help': RUN,
  'npm run -s scan -- drafts --output github --fail-on adopted': OUTPUTS,
  'npm run -s scan -- drafts --output markdown > report.md': OUTPUTS,
  'npm run -s scan -- pages --format html > marks.json': OUTPUTS,
  'npm run -s scan -- archive.ndjson --stats > marks.ndjson': OUTPUTS,
  'parallel --pipe -k --block 10M npm run -s scan -- --format ndjson --workers 1 --json - < archive.ndjson > marks.ndjson':
    RECIPES,
  "parallel --pipe -k --block 10M --sshlogin 8/anna,8/boris,2/: 'cd rupor && npm run -s scan -- --format ndjson --workers 1 --json -' < archive.ndjson > marks.ndjson":
    RECIPES,
  'npm run throughput -- --megabytes 100': help('throughput', LONG),

  'npm run eval': { as: 'npm run -s eval -- gold.jsonl --errors 20', why: NAMED },
  'npm run -s eval -- gold.jsonl --errors 20': RUN,
  'npm run -s eval -- GOLD.jsonl': { as: 'npm run -s eval -- gold.jsonl --errors 20', why: 'a file of the reader’s' },
  'npm run -s eval -- GOLD.jsonl --errors 40': { as: 'npm run -s eval -- gold.jsonl --errors 20', why: 'the same' },
  'npm run -s eval -- GOLD.jsonl --compare HEAD': { test: 'src/cli/compare.test.ts' },
  'npm run -s eval -- gold.jsonl --compare HEAD~20': { test: 'src/cli/compare.test.ts' },

  'npm run triage': { as: 'npm run -s triage -- reports.json', why: NAMED },
  'npm run -s triage -- reports.json': RUN,
  'npm run -s triage -- REPORTS.json': { as: 'npm run -s triage -- reports.json', why: 'a file of the reader’s' },
  'npm run -s triage -- reports.json --accept 2': {
    as: 'npm run -s triage -- reports.json --accept 1 --dry-run',
    why: WRITES,
  },
  'npm run -s triage -- REPORTS.json --accept N': {
    as: 'npm run -s triage -- reports.json --accept 1 --dry-run',
    why: WRITES,
  },

  'npm install --save-exact --min-release-age=7 NAME': npmHelp('install', 'it asks the registry'),
  'npm diff --diff=NAME@OLD --diff=NAME@NEW': npmHelp('diff', 'it asks the registry'),
  'npm audit signatures': npmHelp('audit', 'it asks the registry'),
};
