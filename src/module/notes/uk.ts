import type { Notes } from '../../lexicon';
import text from '../../lexicon/generated/notes-uk.json?raw';

const notes = JSON.parse(text) as Notes;
export default notes;
