import type { Notes } from '../../lexicon';
import text from '../../lexicon/generated/notes-en.json?raw';

const notes = JSON.parse(text) as Notes;
export default notes;
