import type { Kind, Stance } from '../../engine/types';
import { t, uiLanguage } from '../../shared/i18n';
import { type Look as LookChoices, PALETTES, type Settings, STRENGTHS, STYLES, THEMES } from '../../shared/settings';
import { partsOf } from '../marked';
import { Segments } from '../Segments';
import { Switch } from '../Switch';
import { keep } from './notice';
import { Section } from './Section';

/** How marks look in pages, our own windows and the card: each choice is seen at once in a sample, and in all tabs. */
export function Look({ settings: { look } }: { readonly settings: Settings }) {
  const choose = (change: Partial<LookChoices>): void =>
    void keep((kept) => ({ ...kept, look: { ...kept.look, ...change } }));
  return (
    <Section id="look" title={t('opt_look')} text={t('opt_look_text')}>
      <Sample look={look} />
      <Segments
        title={t('opt_mark')}
        text={t(`opt_mark_${look.style}_text`)}
        values={STYLES}
        value={look.style}
        label={(style) => t(`opt_mark_${style}`)}
        onChoose={(style) => choose({ style })}
      />
      <Segments
        title={t('opt_strength')}
        values={STRENGTHS}
        value={look.strength}
        label={(strength) => t(`opt_strength_${strength}`)}
        onChoose={(strength) => choose({ strength })}
      />
      <Segments
        title={t('opt_palette')}
        text={t('opt_palette_text')}
        values={PALETTES}
        value={look.palette}
        label={(palette) => t(`opt_palette_${palette}`)}
        onChoose={(palette) => choose({ palette })}
      />
      <Segments
        title={t('opt_theme')}
        values={THEMES}
        value={look.theme}
        label={(theme) => t(`opt_theme_${theme}`)}
        onChoose={(theme) => choose({ theme })}
      />
      <Switch
        title={t('opt_ticks')}
        text={t('opt_ticks_text')}
        isOn={look.ticks}
        onChange={(ticks) => choose({ ticks })}
      />
      <Switch
        title={t('opt_hover')}
        text={t('opt_hover_text')}
        isOn={look.hover}
        onChange={(hover) => choose({ hover })}
      />
    </Section>
  );
}

/** What the numbered words of the sample are marked as: each kind and each stance once. */
const SHOWN: Readonly<Record<string, { readonly kind: Kind; readonly stance: Stance }>> = {
  1: { kind: 'state-media', stance: 'reported' },
  2: { kind: 'official', stance: 'distanced' },
  3: { kind: 'framing', stance: 'adopted' },
};

/** A sentence nobody wrote, marked as a page would be. */
function Sample({ look: { style } }: { readonly look: LookChoices }) {
  return (
    <figure class="sample">
      <figcaption>{t('opt_look_sample')}</figcaption>
      <p lang={uiLanguage()}>
        {partsOf(t('opt_look_sentence')).map(({ number, words }) => {
          if (number === undefined) return words;
          const { kind, stance } = SHOWN[number] ?? {};
          // Our own lists show what they are about even where pages are left bare; this is what a page shows.
          return (
            <span key={number} class={style === 'none' ? undefined : 'mark'} data-kind={kind} data-stance={stance}>
              {words}
            </span>
          );
        })}
      </p>
    </figure>
  );
}
