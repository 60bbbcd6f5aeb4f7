/** What an exclusion is about, in words of today: the entry may have another name by now, or be gone. */
import type { Kind } from '../../engine/types';
import { dateOf, noteLanguage, t } from '../../shared/i18n';
import type { Exclusion, Settings } from '../../shared/settings';
import { RULES } from './find-rules';

export type ExclusionRow = {
  readonly exclusion: Exclusion;
  /** Undefined where the entry is no longer known. */
  readonly kind: Kind | undefined;
  readonly title: string;
  readonly where: string;
  readonly since: string;
};

const byId = new Map(RULES.map((rule) => [rule.id, rule]));

/** The reader's exclusions, the newest first. */
export function exclusionRows({ exclusions, own }: Settings): readonly ExclusionRow[] {
  return exclusions
    .map((exclusion) => {
      const rule = byId.get(exclusion.entry);
      const mine = own.find(({ id }) => id === exclusion.entry);
      const kind = rule?.kind ?? mine?.kind;
      const name = rule?.texts[noteLanguage()].name ?? mine?.name ?? exclusion.title;
      const title = kind === 'framing' ? t('quoted', name) : name;
      return {
        exclusion,
        kind,
        title,
        where: whereOf(exclusion),
        since: t('opt_exclusion_since', dateOf(exclusion.at)),
      };
    })
    .sort((a, b) => b.exclusion.at - a.exclusion.at);
}

function whereOf(exclusion: Exclusion): string {
  if (exclusion.scope === 'anywhere') return t('opt_exclusion_anywhere');
  return t(`opt_exclusion_${exclusion.scope}`, exclusion.host);
}
