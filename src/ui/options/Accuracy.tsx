import { dateOf, plural, t, uiLanguage } from '../../shared/i18n';
import { languageName } from '../language-name';
import { ACCURACY } from './accuracy';
import { Section } from './Section';

/** Of fewer than this a share would prove nothing. */
const FEW = 20;

/** How well the marks are found, by language and kind, with what it was measured on. */
export function Accuracy() {
  const { measured, lexicon, texts, rows } = ACCURACY;
  const size = plural('opt_accuracy_texts', texts);
  return (
    <Section
      id="accuracy"
      title={t('opt_accuracy')}
      text={t('opt_accuracy_text', dayOf(measured), dayOf(lexicon), size)}
    >
      <p class="muted">{t('opt_accuracy_seen')}</p>
      <div class="wide">
        <table class="accuracy">
          <caption class="sr">{t('opt_accuracy_table')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('opt_language_of')}</th>
              <th scope="col">{t('opt_kind')}</th>
              <th scope="col">{t('opt_precision')}</th>
              <th scope="col">{t('opt_recall')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ lang, kind, texts: ofLang, gold, found, right }) => (
              <tr key={`${lang} ${kind}`} class={kind === 'all' ? 'all' : undefined}>
                <th scope="row">
                  <span class={kind === 'all' ? undefined : 'sr'}>{languageName(lang)}</span>
                  {kind === 'all' && <small>{plural('opt_accuracy_texts', ofLang)}</small>}
                </th>
                <td>{kind === 'all' ? t('opt_accuracy_all') : t(`kinds_${kind}`)}</td>
                <td>{share(right, found)}</td>
                <td>{share(right, gold)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="muted few">{t('opt_accuracy_few', FEW)}</p>
    </Section>
  );
}

/** "98 % (49 of 50)"; of a few only "3 of 4". */
function share(part: number, whole: number): string {
  if (whole < FEW) return t('opt_accuracy_counts', part, whole);
  // Rounded down: what has a miss is not 100 %.
  const percent = Math.floor((part / whole) * 100) / 100;
  const written = new Intl.NumberFormat(uiLanguage(), { style: 'percent' }).format(percent);
  return t('opt_accuracy_share', written, part, whole);
}

/** A date as the reader writes it; the dictionary's version begins with one. */
function dayOf(day: string): string {
  const at = Date.parse(`${day.slice(0, 10)}T12:00:00`);
  return Number.isNaN(at) ? day : dateOf(at);
}
