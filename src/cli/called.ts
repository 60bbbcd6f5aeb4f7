/** A command called without a process of its own: what the tests see of it. */
import type { Exit, Terminal } from './terminal';

export type Outcome = { exit: Exit; out: string; err: string };
type Setting = { stdin?: string | Uint8Array; isKeyboard?: boolean; width?: number };
type Command = (args: readonly string[], terminal: Terminal) => Promise<Exit>;

/** Runs the command on these arguments and gives back its exit code and what it printed. */
export async function call(
  command: Command,
  args: readonly string[],
  { stdin = '', isKeyboard = false, width }: Setting = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    stdin: (async function* () {
      yield typeof stdin === 'string' ? new TextEncoder().encode(stdin) : stdin;
    })(),
    isKeyboard,
    width,
    write: async (text) => {
      out += text;
    },
    warn: (text) => {
      err += `${text}\n`;
    },
    isWatched: false,
    status: (text) => {
      if (text !== undefined) err += `${text}\n`;
    },
  };
  return { exit: await command(args, terminal), out, err };
}
