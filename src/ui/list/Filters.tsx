import { useLayoutEffect } from 'preact/hooks';
import { KINDS, type Kind } from '../../engine/types';
import { Glyph } from '../../parts/Badge';
import { t } from '../../shared/i18n';
import type { Row } from '../../shared/messages';
import type { Settings } from '../../shared/settings';
import { isChord } from './keys';

export type FiltersProps = {
  readonly rows: readonly Row[];
  readonly kinds: Settings['kinds'];
  readonly onToggle: (kind: Kind) => void;
};

/** Summary, legend and switch at once: how many there are, how they look, and whether they are shown. */
export function Filters({ rows, kinds, onToggle }: FiltersProps) {
  // By their place on the keyboard, wherever the focus is.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (isChord(event) || event.target instanceof HTMLSelectElement) return;
      const digit = /^(?:Digit|Numpad)([123])$/.exec(event.code)?.[1];
      const kind = digit === undefined ? undefined : KINDS[Number(digit) - 1];
      if (kind) onToggle(kind);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onToggle]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields; these are toggle buttons.
    <div class="filters" role="group" aria-label={t('filters_label')}>
      {KINDS.map((kind) => {
        const count = rows.filter((row) => row.kind === kind).length;
        return (
          <button
            type="button"
            key={kind}
            class="filter"
            data-kind={kind}
            aria-pressed={kinds[kind]}
            onClick={() => onToggle(kind)}
          >
            <Glyph kind={kind} />
            <span>
              <u>{t(`kinds_${kind}`)}</u>
            </span>{' '}
            <b>{count}</b>
          </button>
        );
      })}
    </div>
  );
}
