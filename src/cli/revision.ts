/** The project as it was: a revision checked out beside the work, its lexicon compiled, its engine asked. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { KINDS } from '../engine/types';
import type { GoldRecord } from './gold';
import type { PredictedSpan } from './score';
import { EXIT, Refusal } from './terminal';

/** The checkout that this program is part of. */
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SCAN = 'src/cli/scan.ts';
const COMPILER = 'scripts/lexicon.ts';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const ANSWER = v.object({
  id: v.number(),
  spans: v.array(
    v.object({
      start: v.number(),
      end: v.number(),
      kind: v.picklist(KINDS),
      role: v.string(),
      entity: v.string(),
      stance: v.string(),
    }),
  ),
});

/** What the engine of a revision marks. */
export type RevisionSpans = {
  readonly commit: string;
  readonly subject: string;
  /** Marks of each record, in the order of the records. */
  readonly spans: readonly (readonly PredictedSpan[])[];
};

/**
 * Runs the engine of `revision` over the texts. The checkout lies in a folder of the system's for temporary files and is
 * taken away again, also after an error or Ctrl-C.
 * @param project root of the checkout whose history is asked
 */
export async function spansAt(
  revision: string,
  records: readonly GoldRecord[],
  project = PROJECT,
): Promise<RevisionSpans> {
  const commit = commitOf(revision, project);
  const folder = mkdtempSync(join(tmpdir(), 'rupor-compare-'));
  const tree = join(folder, 'tree');
  let child: ChildProcess | undefined;
  const clear = (): void => {
    git(project, 'worktree', 'remove', '--force', tree);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    git(project, 'worktree', 'prune');
  };
  const onSignal = (signal: NodeJS.Signals): void => {
    child?.kill('SIGKILL');
    clear();
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of SIGNALS) process.once(signal, onSignal);
  const run = (args: readonly string[], stdin: string): Promise<string> =>
    new Promise((resolve, reject) => {
      child = spawn(process.execPath, ['--import', 'tsx', ...args], { cwd: tree, stdio: 'pipe' });
      const ended = collect(child, stdin);
      ended.then(({ out, fault }) => (fault === undefined ? resolve(out) : reject(new Refusal(fault, EXIT.broken))));
    });
  try {
    const added = git(project, 'worktree', 'add', '--quiet', '--detach', tree, commit);
    if (added.status !== 0)
      throw new Refusal(`git cannot check ${revision} out: ${lastLine(added.stderr)}`, EXIT.broken);
    const missing = [SCAN, COMPILER].find((file) => !existsSync(join(tree, file)));
    if (missing) throw new Refusal(`Revision ${revision} has no ${missing} yet: it is too old to compare.`, EXIT.usage);
    // A junction is what Windows lets every user make; elsewhere the word is ignored.
    symlinkSync(realpathSync(join(project, 'node_modules')), join(tree, 'node_modules'), 'junction');
    // A draft goes on where a proof fails: the revision is to be measured, not mended.
    const isDrafting = readFileSync(join(tree, COMPILER), 'utf8').includes('--draft');
    await run(isDrafting ? [COMPILER, '--draft'] : [COMPILER], '').catch((error: Error) => {
      throw new Refusal(`The lexicon of ${revision} does not compile here: ${error.message}`, EXIT.broken);
    });
    const feed = records.map(({ lang, title, text }, id) => `${JSON.stringify({ id, lang, title, text })}\n`).join('');
    const out = await run([SCAN, '--format', 'ndjson', '-'], feed).catch((error: Error) => {
      throw new Refusal(`The engine of ${revision} does not run here: ${error.message}`, EXIT.broken);
    });
    const subject = git(project, 'log', '-1', '--format=%s', commit).stdout.trim();
    return { commit, subject, spans: readAnswers(out, records.length, revision) };
  } finally {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    clear();
  }
}

/** The full name of the revision's commit; refuses what is none. */
function commitOf(revision: string, project: string): string {
  const top = git(project, 'rev-parse', '--show-toplevel');
  if (top.error) throw new Refusal('--compare needs git, and there is none here.', EXIT.usage);
  // A project without history of its own may lie inside some other checkout.
  if (top.status !== 0 || realpathSync(top.stdout.trim()) !== realpathSync(project))
    throw new Refusal('--compare needs the project’s history: this is not a git checkout of it.', EXIT.usage);
  const found = revision.startsWith('-')
    ? undefined
    : git(project, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`);
  if (found?.status !== 0) {
    const isShallow = git(project, 'rev-parse', '--is-shallow-repository').stdout.trim() === 'true';
    const mend = isShallow ? ' The history here is cut short: git fetch --unshallow brings the rest.' : '';
    throw new Refusal(`There is no revision ${revision} here.${mend}`, EXIT.usage);
  }
  return found.stdout.trim();
}

function git(project: string, ...args: readonly string[]) {
  // In a hook git names its own folder and index here; they are not the ones of the new checkout.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
  return spawnSync('git', ['-C', project, ...args], { encoding: 'utf8', env });
}

type Ended = { readonly out: string; readonly fault?: string };

function collect(child: ChildProcess, stdin: string): Promise<Ended> {
  const pieces: Buffer[] = [];
  let err = '';
  child.stdout?.on('data', (piece: Buffer) => pieces.push(piece));
  child.stderr?.on('data', (piece: Buffer) => {
    err = (err + piece.toString()).slice(-10_000);
  });
  child.stdin?.on('error', () => undefined); // It may end before it has read all; its exit code says so.
  child.stdin?.end(stdin);
  return new Promise((resolve) => {
    child.on('error', ({ message }) => resolve({ out: '', fault: message }));
    child.on('close', (code, signal) => {
      const out = Buffer.concat(pieces).toString();
      resolve(code === 0 ? { out } : { out, fault: signal ? `ended by ${signal}` : lastLine(err) });
    });
  });
}

/** The last line that says something: of a stack trace the error's own. */
function lastLine(text: string): string {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !/^\s+at |^Node\.js /u.test(line));
  return (lines.findLast((line) => /error/iu.test(line)) ?? lines.at(-1) ?? 'no reason given').trim();
}

function readAnswers(out: string, count: number, revision: string): PredictedSpan[][] {
  try {
    const answers = out
      .split('\n')
      .filter(Boolean)
      .map((line) => v.parse(ANSWER, JSON.parse(line)));
    if (answers.length === count && answers.every(({ id }, i) => id === i)) return answers.map(({ spans }) => spans);
  } catch {
    // Not what scan prints today: said below.
  }
  throw new Refusal(`Revision ${revision} answers in another form: it is too old to compare.`, EXIT.usage);
}
