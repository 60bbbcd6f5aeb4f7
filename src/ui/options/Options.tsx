import { useEffect } from 'preact/hooks';
import { t, uiLanguage } from '../../shared/i18n';
import { load, whereWeAre } from '../../shared/kept';
import { useSettings } from '../use-settings';
import { Accuracy } from './Accuracy';
import { Data } from './Data';
import { Exclusions } from './Exclusions';
import { RULES } from './find-rules';
import { Language } from './Language';
import { Look } from './Look';
import { Navigation } from './Navigation';
import { NoticeLine } from './NoticeLine';
import { notify, useNotice } from './notice';
import { Own } from './Own';
import { Privacy } from './Privacy';
import { Reports } from './Reports';
import { Rules } from './Rules';
import { Sites } from './Sites';
import { What } from './What';

/** Rupor's own page of choices. `#name` in its address goes to a section, `#entry` to an entry of the lexicon. */
export function Options() {
  const settings = useSettings();
  // What could not be saved draws everything anew: a switch goes back to what is kept.
  const notice = useNotice();
  const language = uiLanguage();
  const isThere = settings !== undefined;
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `${t('name')} · ${t('options')}`;
  }, [language]);
  useEffect(() => {
    if (!isThere) return;
    // The browser looked for the place before it was there.
    // A storage that does not answer leaves the reader with the usual choices; that these are not their own is said once.
    load(whereWeAre()).catch(() => notify({ text: t('not_read'), isProblem: true }));
    document.getElementById(sectionOf(location.hash))?.scrollIntoView();
  }, [isThere]);
  if (!settings) return <main class="options" />;
  return (
    <>
      <a class="skip" href="#options">
        {t('opt_skip')}
      </a>
      <div class="wrap">
        <Navigation />
        <main id="options" class="options" tabIndex={-1}>
          <header>
            <h1>{t('options')}</h1>
            <Language settings={settings} />
          </header>
          {whereWeAre() === 'memory' && <p class="private">{t('private_window')}</p>}
          <Sites settings={settings} />
          <What settings={settings} />
          <Look settings={settings} />
          <Exclusions settings={settings} />
          <Own settings={settings} />
          <Reports />
          <Rules settings={settings} />
          <Accuracy />
          <Privacy />
          <Data settings={settings} />
          <NoticeLine notice={notice} />
        </main>
      </div>
    </>
  );
}

/** The id of the section that a fragment means: an entry of the lexicon stands in that of the rules. */
function sectionOf(hash: string): string {
  const id = decodeURIComponent(hash.slice(1));
  return RULES.some((rule) => rule.id === id) ? 'rules' : id;
}
