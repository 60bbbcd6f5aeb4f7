import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../shared/browser';
import { t } from '../../shared/i18n';
import { whereWeAre } from '../../shared/kept';
import { changeSettings, isPaused, type Settings, withSite } from '../../shared/settings';
import { hasSidePanel, openSidePanel } from '../../shared/side-panel';
import { scanAnyway } from '../ask';
import { notSaved } from '../not-saved';
import { useSettings } from '../use-settings';
import { Cuts } from './Cuts';
import { Footer } from './Footer';
import { Header } from './Header';
import { List } from './List';
import { Notice, type NoticeText } from './Notice';
import { Empty, Message, Reading, titleOf } from './states';
import { usePage } from './use-page';
import { viewOf } from './view';

const HOUR_MS = 3_600_000;

export type SurfaceProps = { readonly as: 'popup' | 'panel' };

/** What popup and side panel both are: the marks of the page in front, or a sentence why there are none. */
export function Surface({ as }: SurfaceProps) {
  const isPanel = as === 'panel';
  const settings = useSettings();
  const { tab, answer, visit, again } = usePage(settings, isPanel);
  const [kept, keep] = useState<{ readonly notice: NoticeText | undefined; readonly place: string }>();
  const [said, say] = useState('');
  const view = settings && viewOf(settings, tab, answer, Date.now());
  const title = view && titleOf(view);
  useEffect(() => {
    if (title !== undefined) say(title);
  }, [title]);
  /** What was done in one page is not offered back in another. */
  const place = `${tab?.id} ${visit}`;
  const setNotice = (notice: NoticeText | undefined): void => keep({ notice, place });

  // Some milliseconds: a frame of nothing is calmer than a frame of something else.
  if (!settings || !view) return <main class={`surface ${as}`} />;

  const change = (edit: (settings: Settings) => Settings): void => {
    setNotice(undefined);
    changeSettings(edit).catch((problem) => setNotice({ text: notSaved(problem) }));
  };
  // What comes to the front in a popup's place would lie under it.
  const leave = (): void => {
    if (!isPanel) window.close();
  };
  const openPanel = tab && (() => void openSidePanel(tab.windowId).then(leave));

  const pause = (): void => change((now) => ({ ...now, pausedUntil: Date.now() + HOUR_MS }));
  const turnOff = (): void => change((now) => ({ ...now, enabled: false }));

  const body = () => {
    if (view.is === 'reading') return <Reading />;
    if (view.is !== 'list') {
      return (
        <Message
          view={view}
          acts={{
            onTurnOn: () => change((now) => ({ ...now, enabled: true })),
            onTurnOnSite: (host) => change((now) => withSite(now, host, true)),
            onResume: () => change((now) => ({ ...now, pausedUntil: 0 })),
            onMore: () => change((now) => ({ ...now, pausedUntil: now.pausedUntil + HOUR_MS })),
            onScan: () => void (tab && scanAnyway(tab.id).then(again, again)),
            onAlways: (host) => change((now) => ({ ...now, alwaysSites: [...now.alwaysSites, host] })),
            onReload: () => void (tab && browser.tabs.reload(tab.id)),
          }}
        />
      );
    }
    const { page } = view;
    return (
      <>
        <Cuts cuts={page.cuts} />
        {page.rows.length === 0 ? (
          <Empty words={page.words} hidden={page.hidden} />
        ) : (
          <List
            key={place}
            tab={view.tab.id}
            page={page}
            settings={settings}
            isPanel={isPanel}
            change={change}
            setNotice={setNotice}
            say={say}
            onLeave={leave}
          />
        )}
      </>
    );
  };

  return (
    <main class={`surface ${as}`}>
      <p class="sr" role="status">
        {said}
      </p>
      <Header answer={answer} settings={settings} change={change} />
      {whereWeAre() === 'memory' && <p class="cut">{t('private_window')}</p>}
      {body()}
      <Notice notice={kept?.place === place ? kept.notice : undefined} />
      <Footer
        onPause={settings.enabled && !isPaused(settings, Date.now()) ? pause : undefined}
        onTurnOff={settings.enabled ? turnOff : undefined}
        onPanel={hasSidePanel && !isPanel ? openPanel : undefined}
        onLeave={leave}
      />
    </main>
  );
}
