import { Command, CommanderError } from 'commander';
import { EXIT, type Exit, Refusal, type Terminal } from './terminal';

/** A program that tells wrong usage in one sentence and never ends the process itself. */
export function newCommand(name: string, description: string, terminal: Terminal): Command {
  return new Command(name)
    .description(description)
    .exitOverride()
    .showHelpAfterError(`See: npm run -s ${name} -- --help`)
    .configureOutput({
      writeOut: (text) => void terminal.write(text),
      writeErr: (text) => terminal.warn(text.trimEnd()),
    });
}

/** Parses the arguments, does the work and turns every refusal into a sentence and an exit code. */
export async function answer(
  program: Command,
  args: readonly string[],
  terminal: Terminal,
  work: () => Promise<Exit>,
): Promise<Exit> {
  try {
    program.parse(args, { from: 'user' });
    return await work();
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.fine : EXIT.usage;
    if (error instanceof Refusal) {
      terminal.warn(error.message);
      return error.exit;
    }
    throw error;
  }
}
