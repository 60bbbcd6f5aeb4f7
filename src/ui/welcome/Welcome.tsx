import { useEffect, useState } from 'preact/hooks';
import { KINDS, STANCES, type Stance } from '../../engine/types';
import { Badge } from '../../parts/Badge';
import { browser } from '../../shared/browser';
import { t, uiLanguage } from '../../shared/i18n';
import { changeSettings, type Settings } from '../../shared/settings';
import { Horn } from '../Horn';
import { LanguageChoice } from '../LanguageChoice';
import { partsOf } from '../marked';
import { useSettings } from '../use-settings';
import { Keys } from './Keys';
import { Sample } from './Sample';

/** What a reader sees once, after the installation: what marks mean, what Rupor never does, and the keys. */
export function Welcome() {
  const settings = useSettings();
  useEffect(() => {
    if (settings) document.title = `${t('name')} · ${t('welcome_title')}`;
  }, [settings]);
  if (!settings) return null;
  return (
    <main class="welcome">
      <Horn shape="mark" />
      <h1>{t('welcome_title')}</h1>
      <p class="lede">{t('welcome_lede')}</p>
      <Sample />
      <Kinds />
      <Stances />
      <div class="two">
        <Never />
        <Keys />
      </div>
      <Languages settings={settings} />
      <div class="go">
        <button type="button" class="btn btn-main" onClick={() => void leave()}>
          {t('welcome_start')}
        </button>
        <button type="button" class="btn" onClick={() => void browser.runtime.openOptionsPage()}>
          {t('options')}
        </button>
      </div>
    </main>
  );
}

function Kinds() {
  return (
    <section>
      <h2>{t('welcome_kinds')}</h2>
      <ul class="kinds">
        {KINDS.map((kind) => (
          <li key={kind}>
            <Badge kind={kind} stance="reported" />
            <b>{t(`kind_${kind}`)}</b> <small>{t(`line_${kind}`)}</small>
            <p>{t(`welcome_${kind}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Stances() {
  return (
    <section>
      <h2>{t('welcome_stances')}</h2>
      <ul class="stances">
        {STANCES.map((stance) => (
          <li key={stance}>
            <b>{t(`stance_${stance}`)}</b>
            <Example stance={stance} />
            <p>{t(`stance_${stance}_hint`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Example({ stance }: { readonly stance: Stance }) {
  return (
    <span class="example" lang={uiLanguage()}>
      <span class="mark" data-kind="framing" data-stance={stance}>
        {t(`welcome_example_${stance}`)}
      </span>
    </span>
  );
}

const NEVER = ['send', 'history', 'score', 'read'] as const;

function Never() {
  return (
    <section>
      <h2>{t('never_title')}</h2>
      <ul class="never">
        {NEVER.map((what) => (
          <li key={what}>
            {partsOf(t(`never_${what}`)).map(({ number, words }) =>
              number === undefined ? words : <b key={number}>{words}</b>,
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Languages({ settings }: { readonly settings: Settings }) {
  const [failed, setFailed] = useState(false);
  const choose = (language: Settings['language']): void => {
    changeSettings((kept) => ({ ...kept, language })).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <section class="languages">
      <h2>{t('welcome_languages')}</h2>
      <p>{t('welcome_languages_text')}</p>
      <LanguageChoice value={settings.language} onChoose={choose} />
      {failed && <p role="alert">{t('not_saved')}</p>}
    </section>
  );
}

/** Closes this page; a window that has nothing else in it gets the browser's own new page. */
async function leave(): Promise<void> {
  const tab = await browser.tabs.getCurrent();
  if (tab?.id === undefined) return;
  const beside = await browser.tabs.query(tab.windowId === undefined ? {} : { windowId: tab.windowId });
  if (beside.length === 1) await browser.tabs.create({});
  await browser.tabs.remove(tab.id);
}
