/** Asks the page in front for its marks while all else of a popup is still on its way. Runs before it, by itself. */
import native from '../shared/native';
import { leaveEarly } from './early';

async function find(): Promise<number | undefined> {
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null) return Number(named);
  const [front] = await native.tabs.query({ active: true, currentWindow: true });
  return front?.id;
}

const tab = find();
const answer = tab.then((id) => native.tabs.sendMessage(id ?? -1, { ask: 'state' }));
// Whoever takes it hears of it; until then it is nobody's mistake.
answer.catch(() => undefined);
leaveEarly({ tab, answer });
