import text from '../../lexicon/generated/tables-en.json?raw';
import type { LanguageTables } from '..';

const tables = JSON.parse(text) as LanguageTables;
export default tables;
