import { useState } from 'preact/hooks';
import { browser } from '../../shared/browser';
import { t } from '../../shared/i18n';
import { changeSettings, isOff, isPaused, type Settings, withSite } from '../../shared/settings';
import { scanAnyway } from '../ask';
import { useSettings } from '../use-settings';
import { Cuts } from './Cuts';
import { Footer } from './Footer';
import { Header } from './Header';
import { List } from './List';
import { Notice, type NoticeText } from './Notice';
import { BrowserPage, Empty, EverywhereOff, Failed, NotNews, OffHere, Paused, Reading, Stale } from './states';
import { type PageAnswer, usePage } from './use-page';

const HOUR_MS = 3_600_000;

export function Popup() {
  const settings = useSettings();
  const { tab, answer, again } = usePage(settings);
  const [notice, setNotice] = useState<NoticeText>();

  const change = (edit: (settings: Settings) => Settings): void => {
    setNotice(undefined);
    changeSettings(edit).catch(() => setNotice({ text: t('not_saved') }));
  };

  // Some milliseconds: a frame of nothing is calmer than a frame of something else.
  if (!settings) return <main class="popup" />;

  const page = answer?.is === 'answer' ? answer.page : undefined;

  const body = () => {
    if (!settings.enabled) return <EverywhereOff onTurnOn={() => change((kept) => ({ ...kept, enabled: true }))} />;
    if (isPaused(settings, Date.now())) {
      return (
        <Paused
          until={settings.pausedUntil}
          onResume={() => change((kept) => ({ ...kept, pausedUntil: 0 }))}
          onMore={() => change((kept) => ({ ...kept, pausedUntil: kept.pausedUntil + HOUR_MS }))}
        />
      );
    }
    if (!answer || !tab) return answer ? <BrowserPage /> : <Reading />;
    if (!page) return withoutAnswer(answer, () => void browser.tabs.reload(tab.id));
    if (isOff(settings, page.host)) {
      return <OffHere host={page.host} onTurnOn={() => change((kept) => withSite(kept, page.host, true))} />;
    }
    switch (page.state) {
      case 'list':
        return (
          <>
            <Cuts cuts={page.cuts} />
            {page.rows.length === 0 ? (
              <Empty words={page.words} hidden={page.hidden} />
            ) : (
              <List tab={tab.id} page={page} settings={settings} change={change} setNotice={setNotice} />
            )}
          </>
        );
      case 'not-news':
        return (
          <NotNews
            onScan={() => void scanAnyway(tab.id).then(again, again)}
            onAlways={() => change((kept) => ({ ...kept, alwaysSites: [...kept.alwaysSites, page.host] }))}
          />
        );
      case 'failed':
        return <Failed onReload={() => void browser.tabs.reload(tab.id)} />;
      case 'off':
      case 'paused':
      case 'reading':
        // The reader has just switched it on and the page has not caught up yet; it says when it has.
        return <Reading />;
    }
  };

  return (
    <main class="popup">
      <Header answer={answer} settings={settings} change={change} />
      {body()}
      {notice && <Notice {...notice} />}
      {settings.enabled && (
        <Footer
          paused={isPaused(settings, Date.now())}
          onPause={() => change((kept) => ({ ...kept, pausedUntil: Date.now() + HOUR_MS }))}
          onTurnOff={() => change((kept) => ({ ...kept, enabled: false }))}
        />
      )}
    </main>
  );
}

function withoutAnswer(answer: PageAnswer, onReload: () => void) {
  if (answer.is !== 'nobody') return <Failed onReload={onReload} />;
  return answer.because === 'restricted' ? <BrowserPage /> : <Stale onReload={onReload} />;
}
