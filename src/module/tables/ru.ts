import text from '../../lexicon/generated/tables-ru.json?raw';
import type { LanguageTables } from '..';

const tables = JSON.parse(text) as LanguageTables;
export default tables;
