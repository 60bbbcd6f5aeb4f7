/** What a list says where it has no rows: one sentence what it is, one main action. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { plural, t, timeOfDay } from '../../shared/i18n';
import { Horn, type HornShape } from '../Horn';
import type { View } from './view';

/** A page that answers sooner than this never shows that it was asked. */
const READING_SHOWN_MS = 300;

/** The states that are a message and nothing else. */
export type MessageView = Exclude<View, { readonly is: 'list' | 'reading' }>;

export type MessageActs = {
  readonly onTurnOn: () => void;
  readonly onTurnOnSite: (host: string) => void;
  readonly onResume: () => void;
  readonly onMore: () => void;
  readonly onScan: () => void;
  readonly onAlways: (host: string) => void;
  readonly onReload: () => void;
};

const HORNS: { readonly [Is in MessageView['is']]: HornShape } = {
  everywhere: 'off',
  off: 'off',
  'not-chosen': 'off',
  paused: 'pause',
  'not-news': 'outline',
  restricted: 'outline',
  stale: 'outline',
  silent: 'outline',
  failed: 'outline',
};

/** The state in a few words; undefined where the list speaks for itself, or is about to. */
export function titleOf(view: View): string | undefined {
  if (view.is === 'reading') return undefined;
  if (view.is === 'list') return view.page.rows.length === 0 ? t('empty_title') : undefined;
  return view.is === 'paused' ? t('paused_title', timeOfDay(view.until)) : t(`${view.is}_title`);
}

function textOf(view: MessageView): string {
  if (view.is === 'paused') return t('paused_text', timeOfDay(view.until));
  return 'host' in view ? t(`${view.is}_text`, view.host) : t(`${view.is}_text`);
}

export type MessageProps = { readonly view: MessageView; readonly acts: MessageActs };

export function Message({ view, acts }: MessageProps) {
  return (
    <State horn={HORNS[view.is]} title={titleOf(view) ?? ''} text={textOf(view)}>
      <div class="acts">
        <Actions view={view} acts={acts} />
      </div>
    </State>
  );
}

function Actions({ view, acts }: MessageProps) {
  switch (view.is) {
    case 'everywhere':
      return <Main onClick={acts.onTurnOn}>{t('everywhere_on')}</Main>;
    case 'off':
    case 'not-chosen':
      return <Main onClick={() => acts.onTurnOnSite(view.host)}>{t('off_action')}</Main>;
    case 'paused':
      return (
        <>
          <Main onClick={acts.onResume}>{t('paused_resume')}</Main>
          <Other onClick={acts.onMore}>{t('paused_more')}</Other>
        </>
      );
    case 'not-news':
      return (
        <>
          <Main onClick={acts.onScan}>{t('not-news_scan')}</Main>
          <Other onClick={() => acts.onAlways(view.host)}>{t('not-news_always')}</Other>
        </>
      );
    case 'stale':
    case 'silent':
    case 'failed':
      return <Main onClick={acts.onReload}>{t('stale_action')}</Main>;
    case 'restricted':
      return null;
  }
}

export function Empty({ words, hidden }: { readonly words: number; readonly hidden: number }) {
  return (
    <State horn="plain" title={t('empty_title')} text={plural('empty_text', words)}>
      <div class="aside">
        {hidden > 0 && <p>{plural('empty_hidden', hidden)}</p>}
        <p>{t('empty_aside')}</p>
      </div>
    </State>
  );
}

export function Reading() {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), READING_SHOWN_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <section class="state" aria-busy="true">
      <p role="status">{shown && t('reading')}</p>
    </section>
  );
}

type StateProps = {
  readonly horn: HornShape;
  readonly title: string;
  readonly text: string;
  readonly children: ComponentChildren;
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
function Main({ children, onClick }: ActionProps) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <button type="button" class="btn btn-main" ref={button} onClick={onClick}>
      {children}
    </button>
  );
}

function Other({ children, onClick }: ActionProps) {
  return (
    <button type="button" class="btn" onClick={onClick}>
      {children}
    </button>
  );
}
