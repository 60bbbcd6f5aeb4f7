import { useEffect, useRef } from 'preact/hooks';
import { t } from '../shared/i18n';
import type { Exclusion } from '../shared/settings';

export type NotThisProps = {
  readonly host: string;
  /** Is it an entry of the reader's own? Such a one is no mistake of Rupor's, and can be changed. */
  readonly isOwn: boolean;
  readonly onHide: (scope: Exclusion['scope']) => void;
  /** Of the reader's own entry: opens it. */
  readonly onReport: () => void;
  readonly onClose: () => void;
};

const SCOPES: readonly Exclusion['scope'][] = ['here', 'site', 'anywhere'];

/** What to do with a mark that is not right: from this place alone to everywhere, or say so. */
export function NotThis({ host, isOwn, onHide, onReport, onClose }: NotThisProps) {
  const menu = useRef<HTMLDivElement>(null);
  const items = (): HTMLButtonElement[] => [...(menu.current?.querySelectorAll('button') ?? [])];
  useEffect(() => {
    items()[0]?.focus({ preventScroll: true });
    menu.current?.scrollIntoView?.({ block: 'nearest' });
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    // In the card the document's active element is the card's host.
    const tree = menu.current?.getRootNode() as Document | ShadowRoot | undefined;
    const at = all.indexOf(tree?.activeElement as HTMLButtonElement);
    const moves: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: -1 };
    const to = moves[event.key];
    if (to !== undefined) all.at(to % all.length)?.focus();
    else if (event.key === 'Escape' || event.key === 'ArrowLeft') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="menu" role="menu" aria-label={t('not_menu')} ref={menu} onKeyDown={onKeyDown}>
      {SCOPES.map((scope) => (
        <button key={scope} type="button" role="menuitem" onClick={() => onHide(scope)}>
          {scope === 'site' ? t('not_site', host) : t(`not_${scope}`)}
          <small>{t(`not_${scope}_hint`)}</small>
        </button>
      ))}
      <hr />
      <button type="button" role="menuitem" onClick={onReport}>
        {t(isOwn ? 'own_change' : 'not_report')}
        <small>{t(isOwn ? 'own_change_hint' : 'not_report_hint')}</small>
      </button>
    </div>
  );
}
