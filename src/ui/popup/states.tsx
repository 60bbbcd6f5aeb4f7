/** What the popup says where there is no list: one sentence what it is, one main action. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { plural, t, timeOfDay } from '../../shared/i18n';
import { Horn, type HornShape } from '../Horn';

/** A page that answers sooner than this never shows that it was asked. */
const READING_SHOWN_MS = 300;

type StateProps = {
  readonly horn: HornShape;
  readonly title: string;
  readonly text: string;
  readonly children?: ComponentChildren;
};

function State({ horn, title, text, children }: StateProps) {
  return (
    <section class="state">
      <Horn shape={horn} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </section>
  );
}

type ActionProps = { readonly children: string; readonly onClick: () => void };

/** The one thing to do; the focus starts on it. */
function MainAction({ children, onClick }: ActionProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button type="button" class="btn btn-main" ref={button} onClick={onClick}>
      {children}
    </button>
  );
}

export function Empty({ words, hidden }: { readonly words: number; readonly hidden: number }) {
  return (
    <State horn="plain" title={t('empty_title')} text={plural('empty_text', words)}>
      <p class="aside">{hidden > 0 ? plural('empty_hidden', hidden) : t('empty_aside')}</p>
    </State>
  );
}

export function OffHere({ host, onTurnOn }: { readonly host: string; readonly onTurnOn: () => void }) {
  return (
    <State horn="off" title={t('off_title')} text={t('off_text', host)}>
      <div class="acts">
        <MainAction onClick={onTurnOn}>{t('off_action')}</MainAction>
      </div>
    </State>
  );
}

export function EverywhereOff({ onTurnOn }: { readonly onTurnOn: () => void }) {
  return (
    <State horn="off" title={t('everywhere_title')} text={t('everywhere_text')}>
      <div class="acts">
        <MainAction onClick={onTurnOn}>{t('everywhere_on')}</MainAction>
      </div>
    </State>
  );
}

type NotNewsProps = { readonly onScan: () => void; readonly onAlways: () => void };

export function NotNews({ onScan, onAlways }: NotNewsProps) {
  return (
    <State horn="outline" title={t('not-news_title')} text={t('not-news_text')}>
      <div class="acts">
        <MainAction onClick={onScan}>{t('not-news_scan')}</MainAction>
        <button type="button" class="btn" onClick={onAlways}>
          {t('not-news_always')}
        </button>
      </div>
    </State>
  );
}

type PausedProps = { readonly until: number; readonly onResume: () => void; readonly onMore: () => void };

export function Paused({ until, onResume, onMore }: PausedProps) {
  const time = timeOfDay(until);
  return (
    <State horn="pause" title={t('paused_title', time)} text={t('paused_text', time)}>
      <div class="acts">
        <MainAction onClick={onResume}>{t('paused_resume')}</MainAction>
        <button type="button" class="btn" onClick={onMore}>
          {t('paused_more')}
        </button>
      </div>
    </State>
  );
}

type ReloadProps = { readonly onReload: () => void };

export function Stale({ onReload }: ReloadProps) {
  return (
    <State horn="outline" title={t('stale_title')} text={t('stale_text')}>
      <Reload onReload={onReload} />
    </State>
  );
}

export function Failed({ onReload }: ReloadProps) {
  return (
    <State horn="outline" title={t('failed_title')} text={t('failed_text')}>
      <Reload onReload={onReload} />
    </State>
  );
}

function Reload({ onReload }: ReloadProps) {
  return (
    <div class="acts">
      <MainAction onClick={onReload}>{t('stale_action')}</MainAction>
    </div>
  );
}

export function BrowserPage() {
  return <State horn="outline" title={t('restricted_title')} text={t('restricted_text')} />;
}

export function Reading() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), READING_SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section class="state" aria-busy="true">
      {shown && <p role="status">{t('reading')}</p>}
    </section>
  );
}
