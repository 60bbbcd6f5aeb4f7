import { ExternalLink } from 'lucide';
import { t } from '../shared/i18n';
import type { Reference } from '../shared/messages';
import { Icon } from './Icon';

export type SourceNoteProps = {
  /** Of all that follows; undefined where it is the interface's. */
  readonly lang: string | undefined;
  readonly note: string;
  readonly sanction?: string | undefined;
  readonly references: readonly Reference[];
};

/** Who or what that is, in a sentence or two, and where to check it. */
export function SourceNote({ lang, note, sanction, references }: SourceNoteProps) {
  const safe = references.filter(isOpenable);
  return (
    <>
      {note !== '' && (
        <p class="note" lang={lang}>
          {note}
        </p>
      )}
      {sanction !== undefined && (
        <p class="note" lang={lang}>
          {sanction}
        </p>
      )}
      {safe.length > 0 && (
        <p class="refs">
          {t('card_reference')}{' '}
          {safe.map((reference, index) => (
            <span key={reference.url}>
              {index > 0 && '; '}
              <a href={reference.url} target="_blank" rel="noreferrer noopener">
                <span lang={lang}>{reference.title}</span>
                <Icon node={ExternalLink} size={11} />
                <span class="sr"> ({t('card_opens_tab')})</span>
              </a>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** The lexicon is data: an address in it must not become a `javascript:` link, nor leave the reader unencrypted. */
function isOpenable({ url }: Reference): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'https:';
}
