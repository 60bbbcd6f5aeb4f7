/** All texts of the interface at once, for our own pages and the background: imported for what it does. */
import { learn } from './i18n';
import de from './texts/de.json';
import en from './texts/en.json';
import fr from './texts/fr.json';
import pl from './texts/pl.json';
import ru from './texts/ru.json';
import uk from './texts/uk.json';

const ALL = { uk, en, ru, pl, de, fr } as const;

for (const [language, texts] of Object.entries(ALL)) learn(language as keyof typeof ALL, texts);
