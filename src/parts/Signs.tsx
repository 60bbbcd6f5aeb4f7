import { t } from '../shared/i18n';
import type { Row, Sign } from '../shared/messages';
import { StanceMark } from './StanceMark';

export type SignsProps = {
  readonly row: Row;
  /** Of what plain reporting says instead; undefined where it is the interface's. */
  readonly lang: string | undefined;
};

/** What the mark rests on: how it is put, the words that show it, and what plain reporting says instead. */
export function Signs({ row, lang }: SignsProps) {
  const role = row.role === 'attribution' || row.role === 'mention' || row.role === 'link' ? row.role : undefined;
  return (
    <dl class="signs">
      <dt>{t('card_stance')}</dt>
      <dd>
        <StanceMark kind={row.kind} stance={row.stance} />
      </dd>
      {row.signs.map((sign) => (
        <OneSign key={sign.what + sign.words} sign={sign} row={row} />
      ))}
      {row.confidence !== 'sure' && (
        <>
          <dt>{t('card_doubt')}</dt>
          <dd>{t(`doubt_${row.confidence}_${reasonOf(row)}`)}</dd>
        </>
      )}
      {role && (
        <>
          <dt>{t('card_role')}</dt>
          <dd>{t(`card_role_${role}`)}</dd>
        </>
      )}
      {row.plainly !== undefined && (
        <>
          <dt>{t('card_plainly')}</dt>
          <dd class="plainly" lang={lang}>
            {row.plainly}
          </dd>
        </>
      )}
    </dl>
  );
}

/** Why a mark is less than sure, as far as a reader can check it in the text. */
function reasonOf({ kind, role, signs }: Row): 'framing' | 'antecedent' | 'mention' | 'attribution' {
  if (kind === 'framing') return 'framing';
  if (signs.some(({ what }) => what === 'antecedent')) return 'antecedent';
  return kind === 'state-media' && role !== 'attribution' ? 'mention' : 'attribution';
}

function OneSign({ sign, row }: { readonly sign: Sign; readonly row: Row }) {
  if (sign.what === 'none') {
    return (
      <>
        <dt>{t('sign_cue')}</dt>
        <dd>{t('sign_none')}</dd>
      </>
    );
  }
  const pronoun = sign.what === 'antecedent' && row.alias !== undefined;
  return (
    <>
      <dt>{pronoun ? <bdi>{t('card_pronoun', capital(row.alias ?? ''))}</bdi> : t(`sign_${sign.what}`)}</dt>
      <dd>
        {sign.what === 'link' ? (
          <bdi class="address">{sign.words}</bdi>
        ) : (
          <bdi class="said" lang={row.lang}>
            {t('quoted', sign.words)}
          </bdi>
        )}
      </dd>
    </>
  );
}

/** A label begins with a capital even where the word stood inside a sentence. */
function capital(word: string): string {
  const [first = ''] = word;
  return first.toUpperCase() + word.slice(first.length);
}
