import { lotsOf } from './feed';
import type { Input } from './input';
import { faultOf, type Job } from './scanner';

/** The work that the inputs are, in their order. A file that breaks off is told of, and the next one goes on. */
export async function* jobsOf(inputs: readonly Input[], tell: (fault: string) => void): AsyncGenerator<Job> {
  for (const input of inputs) {
    if (input.format !== 'ndjson') {
      yield { file: input };
      continue;
    }
    try {
      for await (const lot of lotsOf(input)) yield { lot };
    } catch (error) {
      tell(faultOf(input.name, error));
    }
  }
}
