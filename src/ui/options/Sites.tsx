import { useMemo } from 'preact/hooks';
import { t } from '../../shared/i18n';
import type { Settings } from '../../shared/settings';
import { Switch } from '../Switch';
import { AddSite } from './AddSite';
import { DecisionSelect } from './DecisionSelect';
import { decisionsOf, type SiteRow, withDecision } from './decisions';
import { Entries } from './Entries';
import { keep } from './notice';
import { Section } from './Section';

/** Where Rupor reads: on all sites or on chosen ones, and what was decided about each. */
export function Sites({ settings }: { readonly settings: Settings }) {
  const rows = useMemo(() => decisionsOf(settings), [settings]);
  const isAll = settings.sites === 'all';
  const onRemove = ({ host, decision }: SiteRow): void =>
    void keep((kept) => withDecision(kept, host, undefined), {
      text: t('opt_site_removed', host),
      undo: (kept) => withDecision(kept, host, decision),
    });
  return (
    <Section id="sites" title={t('opt_sites')} text={t('opt_sites_text')}>
      <Switch
        title={t('opt_all_sites')}
        text={t('opt_all_sites_hint')}
        isOn={isAll}
        onChange={(all) => void keep((kept) => ({ ...kept, sites: all ? 'all' : 'chosen' }))}
      />
      <Entries
        label={t('opt_sites_list')}
        items={rows}
        keyOf={({ host }) => host}
        nameOf={({ host }) => host}
        onRemove={onRemove}
        none={t(isAll ? 'opt_sites_none' : 'opt_sites_none_chosen')}
      >
        {({ host, decision }) => (
          <>
            <b class="host">{host}</b>
            <DecisionSelect
              label={t('opt_site_decision_of', host)}
              value={decision}
              onChange={(next) => void keep((kept) => withDecision(kept, host, next))}
            />
          </>
        )}
      </Entries>
      <AddSite usual={isAll ? 'off' : 'on'} />
    </Section>
  );
}
