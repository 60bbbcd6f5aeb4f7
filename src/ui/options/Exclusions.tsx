import { useMemo, useState } from 'preact/hooks';
import { Badge } from '../../parts/Badge';
import { exclusionOf } from '../../shared/exclusions';
import { plural, t, uiLanguage } from '../../shared/i18n';
import type { Exclusion, Settings } from '../../shared/settings';
import { Entries } from './Entries';
import { type ExclusionRow, exclusionRows } from './exclusion-rows';
import { keep } from './notice';
import { Section } from './Section';

/** More than this are not looked through by eye. */
const FEW = 20;

/** What the reader called «Not this»: what, where, since when, and the way back. */
export function Exclusions({ settings }: { readonly settings: Settings }) {
  const [query, setQuery] = useState('');
  const language = uiLanguage();
  const all = useMemo(() => exclusionRows(settings), [settings, language]);
  const isMany = all.length > FEW;
  const words = isMany ? query.trim().toLocaleLowerCase() : '';
  const found = useMemo(
    () => all.filter(({ title, where }) => `${title}\n${where}`.toLocaleLowerCase().includes(words)),
    [all, words],
  );
  const bring = (back: readonly Exclusion[]) => (kept: Settings) => {
    const known = new Set(back.map(exclusionOf));
    return { ...kept, exclusions: [...kept.exclusions.filter((one) => !known.has(exclusionOf(one))), ...back] };
  };
  const onRemove = ({ exclusion, title }: ExclusionRow): void => {
    const gone = exclusionOf(exclusion);
    void keep((kept) => ({ ...kept, exclusions: kept.exclusions.filter((one) => exclusionOf(one) !== gone) }), {
      text: t('opt_exclusion_removed', title),
      undo: bring([exclusion]),
    });
  };
  const onClear = (): void => {
    document.getElementById('exclusions-title')?.focus({ preventScroll: true });
    void keep((kept) => ({ ...kept, exclusions: [] }), {
      text: t('opt_exclusions_cleared'),
      undo: bring(settings.exclusions),
    });
  };
  return (
    <Section id="exclusions" title={t('opt_exclusions')} text={t('opt_exclusions_text')}>
      {isMany && (
        <input
          class="field"
          type="search"
          value={query}
          placeholder={t('opt_exclusions_search')}
          aria-label={t('opt_exclusions_search')}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
        />
      )}
      {all.length > 0 && (
        <p class="count" role="status">
          {plural('opt_exclusions_count', found.length)}
        </p>
      )}
      <Entries
        label={t('opt_exclusions')}
        items={found}
        keyOf={({ exclusion }) => exclusionOf(exclusion)}
        nameOf={({ title }) => title}
        onRemove={onRemove}
        none={t(all.length === 0 ? 'opt_exclusions_none' : 'opt_exclusions_nomatch')}
      >
        {({ kind, title, where, since }) => (
          <>
            {kind ? <Badge kind={kind} stance="reported" /> : <span class="badge-room" />}
            <span class="entry">
              <b class="entry-name">{title}</b>
              {kind && <span class="sr">{t(`kind_${kind}`)}</span>}
              {!kind && <small class="entry-note">{t('opt_exclusion_old')}</small>}
            </span>
            <span class="where">{where}</span>
            <small class="entry-note since">{since}</small>
          </>
        )}
      </Entries>
      {all.length > 0 && (
        <button type="button" class="btn" onClick={onClear}>
          {t('opt_exclusions_clear')}
        </button>
      )}
    </Section>
  );
}
