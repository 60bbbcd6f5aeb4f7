/** Every choice that is no list: where it stands in the settings, and what it is called. */
import { KINDS, STANCES } from '../../engine/types';
import { t, UI_LANGUAGES } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';

/** A choice and its value, as a reader calls them in the interface's language. */
export type Choice = {
  readonly name: () => string;
  readonly value: (settings: Settings) => string;
};

const flag = (isOn: boolean): string => t(isOn ? 'on' : 'off');

/** In the order of the options. A choice that is missing here would change unseen: a test compares them with the settings. */
export const CHOICES: readonly Choice[] = [
  { name: () => t('name'), value: ({ enabled }) => flag(enabled) },
  { name: () => t('opt_all_sites'), value: ({ sites }) => flag(sites === 'all') },
  ...KINDS.map((kind) => ({
    name: () => t('labelled', t('opt_kind'), t(`kinds_${kind}`)),
    value: ({ kinds }: Settings) => flag(kinds[kind]),
  })),
  ...STANCES.map((stance) => ({
    name: () => t('labelled', t('card_stance'), t(`stance_${stance}`)),
    value: ({ stances }: Settings) => flag(stances[stance]),
  })),
  { name: () => t('opt_strictness'), value: ({ strictness }) => t(`opt_strictness_${strictness}`) },
  { name: () => t('opt_where'), value: ({ reach }) => t(`opt_where_${reach}`) },
  { name: () => t('labelled', t('opt_where'), t('opt_links')), value: ({ links }) => flag(links) },
  { name: () => t('opt_mark'), value: ({ look }) => t(`opt_mark_${look.style}`) },
  { name: () => t('opt_strength'), value: ({ look }) => t(`opt_strength_${look.strength}`) },
  { name: () => t('opt_palette'), value: ({ look }) => t(`opt_palette_${look.palette}`) },
  { name: () => t('opt_theme'), value: ({ look }) => t(`opt_theme_${look.theme}`) },
  { name: () => t('opt_ticks'), value: ({ look }) => flag(look.ticks) },
  { name: () => t('opt_hover'), value: ({ look }) => flag(look.hover) },
  {
    name: () => t('opt_language'),
    value: ({ language }) => (language === 'auto' ? t('opt_language_auto') : UI_LANGUAGES[language]),
  },
];
