import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { Rule } from '../../lexicon';
import { Badge } from '../../parts/Badge';
import { noteLanguage, t } from '../../shared/i18n';
import { useWindow } from '../list/use-window';
import { typeOf } from './rule-words';

type Props = {
  readonly rules: readonly Rule[];
  /** Id of the one that is shown in full. */
  readonly open: string;
  /** Ids of those that are switched off. */
  readonly off: ReadonlySet<string>;
  readonly list: { current: HTMLElement | null };
};

/** The usual height of a row in pixels. */
const ROW = 58;

/** The list: links, so that each entry has an address; arrows go up and down. Only what can be seen is drawn. */
export function RuleList({ rules, open, off, list }: Props) {
  const language = noteLanguage();
  const keys = useMemo(() => rules.map(({ id }) => id), [rules]);
  const at = Math.max(0, keys.indexOf(open));
  const { items, height, measure, show } = useWindow(list, keys, ROW, at);
  const wantsFocus = useRef(false);
  useEffect(() => show(at), [open, keys]);
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true });
  }, [open]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const moves: Record<string, number> = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: keys.length - 1 };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const id = keys[to];
    if (id === undefined || to === at) return;
    wantsFocus.current = true;
    // The way back does not lead through every entry that was passed.
    location.replace(`#${id}`);
  };
  return (
    <nav ref={list} class="rule-list" aria-label={t('opt_rules')} onKeyDown={onKeyDown}>
      <ul style={{ height: `${height}px` }}>
        {items.map(({ index, start }) => {
          const rule = rules[index];
          if (!rule) return null;
          return (
            <li
              key={rule.id}
              ref={measure}
              data-index={index}
              aria-setsize={rules.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <a href={`#${rule.id}`} aria-current={rule.id === open ? 'true' : undefined}>
                <Badge kind={rule.kind} stance="reported" />
                <span>
                  <b lang={language}>{rule.texts[language].name}</b>
                  <small>{typeOf(rule)}</small>
                  {off.has(rule.id) && <small>{t('opt_rule_is_off')}</small>}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
