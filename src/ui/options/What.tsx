import { KINDS, STANCES } from '../../engine/types';
import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { Check } from './Check';
import { keep } from './notice';
import { Section } from './Section';
import { StrictnessChoice } from './StrictnessChoice';

const REACHES = ['article', 'page'] as const;

/** Kinds, ways of putting, places and strictness: which marks there are. */
export function What({ settings }: { readonly settings: Settings }) {
  const { kinds, stances, reach, links } = settings;
  const isNothing = KINDS.every((kind) => !kinds[kind]) || STANCES.every((stance) => !stances[stance]);
  return (
    <Section id="what" title={t('opt_what')} text={t('opt_what_text')}>
      <div class="three">
        <fieldset>
          <legend>{t('opt_kind')}</legend>
          {KINDS.map((kind) => (
            <Check
              key={kind}
              title={t(`kinds_${kind}`)}
              text={t(`kind_${kind}_hint`)}
              isOn={kinds[kind]}
              onChange={(isOn) => void keep((kept) => ({ ...kept, kinds: { ...kept.kinds, [kind]: isOn } }))}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('opt_stance')}</legend>
          {STANCES.map((stance) => (
            <Check
              key={stance}
              title={t(`stance_${stance}`)}
              text={t(`stance_${stance}_hint`)}
              isOn={stances[stance]}
              onChange={(isOn) => void keep((kept) => ({ ...kept, stances: { ...kept.stances, [stance]: isOn } }))}
            />
          ))}
        </fieldset>
        <fieldset>
          <legend>{t('opt_where')}</legend>
          {REACHES.map((one) => (
            <Check
              key={one}
              group="reach"
              title={t(`opt_where_${one}`)}
              text={t(`opt_where_${one}_hint`)}
              isOn={reach === one}
              onChange={() => void keep((kept) => ({ ...kept, reach: one }))}
            />
          ))}
          <Check
            title={t('opt_links')}
            text={t('opt_links_hint')}
            isOn={links}
            onChange={(isOn) => void keep((kept) => ({ ...kept, links: isOn }))}
          />
        </fieldset>
      </div>
      <p class="wrong" role="status">
        {isNothing && t('opt_what_none')}
      </p>
      <StrictnessChoice settings={settings} />
    </Section>
  );
}
