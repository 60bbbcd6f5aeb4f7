/** What a command needs of the process it runs in; the tests give their own. */
export type Terminal = {
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Nobody has piped anything in: reading would wait for the keyboard. */
  readonly isKeyboard: boolean;
  /** A person reads the output, in a window this many cells wide; undefined: it goes to a file or a pipe. */
  readonly width: number | undefined;
  /** Settles when more may be written. */
  write(text: string): Promise<void>;
  warn(text: string): void;
  /** Does a person read the error output? */
  readonly isWatched: boolean;
  /** A line about how far the work is: the next one takes its place where a person reads; undefined: it goes away. */
  status(text: string | undefined): void;
};

/** What the shell is told. */
export const EXIT = { fine: 0, broken: 1, usage: 2, marked: 3 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A sentence for the person at the terminal; ends the command. */
export class Refusal extends Error {
  constructor(
    message: string,
    readonly exit: Exit,
  ) {
    super(message);
  }
}

/** Takes away the line that the cursor is in. */
const CLEAR = process.stderr.isTTY ? '\r\u001b[K' : '';

/** The terminal of this process. A reader that closes the pipe early (`| head`) ends the program without a word. */
function processTerminal(): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    stdin: process.stdin,
    isKeyboard: process.stdin.isTTY === true,
    width: process.stdout.isTTY ? process.stdout.columns : undefined,
    write: (text) =>
      new Promise((resolve) => {
        if (process.stdout.write(text)) resolve();
        else process.stdout.once('drain', resolve);
      }),
    warn: (text) => {
      process.stderr.write(`${CLEAR}${text}\n`);
    },
    isWatched: process.stderr.isTTY === true,
    status: (text) => {
      if (CLEAR !== '') process.stderr.write(CLEAR + (text ?? ''));
      else if (text !== undefined) process.stderr.write(`${text}\n`);
    },
  };
}

/** Runs a command and leaves its answer as the exit code; output still in the pipe is written out first. */
export async function run(command: (args: readonly string[], terminal: Terminal) => Promise<Exit>): Promise<void> {
  process.exitCode = await command(process.argv.slice(2), processTerminal());
}
