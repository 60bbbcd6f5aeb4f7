import type { Kind, Span } from '../engine/types';
import { entityKey } from './entity-key';
import type { GoldRecord, GoldSpan } from './gold';
import { matchSpans } from './match-spans';
import type { PredictedSpan } from './score';
import { type Context, wordsAround } from './slips';

/** What gold says of a mark: there is one, none, or it may be marked or not. */
export type Standing = 'right' | 'wrong' | 'optional';

/** One thing that a mark says, in both engines; `null` where gold does not say what is right. */
export type Difference = {
  readonly what: 'stance' | 'role' | 'entity' | 'words';
  readonly before: string;
  readonly now: string;
  readonly wasRight: boolean | null;
  readonly isRight: boolean | null;
};

export type Change = Span &
  Context & {
    readonly id: string;
    readonly lang: string;
    readonly kind: Kind;
    readonly what: 'appeared' | 'vanished' | 'changed';
    /** What the mark says now, or said before it vanished. */
    readonly role: string;
    readonly entity: string;
    readonly stance: string;
    readonly standing: Standing;
    /** Empty unless the mark is in both. */
    readonly differences: readonly Difference[];
    /** Is the change for the better, by gold? */
    readonly verdict: 'better' | 'worse' | 'neither';
  };

/** Marks of one text by two engines. */
export type Compared = {
  readonly gold: GoldRecord;
  readonly before: readonly PredictedSpan[];
  readonly now: readonly PredictedSpan[];
};

/** A mark with what gold says of it. */
type Judged = { readonly span: PredictedSpan; readonly standing: Standing; readonly gold: GoldSpan | undefined };

const ORDER = { worse: 0, better: 1, neither: 2 } as const;

/** Every mark that appeared, vanished or says something else: first what got worse, then what got better. */
export function changesOf(all: readonly Compared[]): Change[] {
  return all.flatMap(changesIn).sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
}

function changesIn({ gold, before, now }: Compared): Change[] {
  const judge = (spans: readonly PredictedSpan[]): ((span: PredictedSpan) => Judged) => {
    const { matched, dropped } = matchSpans(gold.spans, spans, gold.optional);
    const goldOf = new Map(matched.map((pair) => [pair.predicted, pair.gold]));
    return (span) => {
      const own = goldOf.get(span);
      return { span, gold: own, standing: own ? 'right' : dropped.includes(span) ? 'optional' : 'wrong' };
    };
  };
  const was = judge(before);
  const is = judge(now);
  const { matched, missed, falseAlarms } = matchSpans(before, now, []);
  return [
    ...missed.map((span) => change(gold, 'vanished', was(span))),
    ...falseAlarms.map((span) => change(gold, 'appeared', is(span))),
    ...matched.flatMap(({ gold: old, predicted }) => {
      const [a, b] = [was(old), is(predicted)];
      const differences = differencesOf(gold.text, a, b);
      if (differences.length === 0) return [];
      return [{ ...change(gold, 'changed', b), differences, verdict: verdictOf(worth(a) - worth(b)) }];
    }),
  ].sort((a, b) => a.start - b.start);
}

function change({ id, lang, text }: GoldRecord, what: Change['what'], { span, standing }: Judged): Change {
  const { start, end, kind, role = '', entity = '', stance = '' } = span;
  const value = standing === 'optional' ? 0 : (standing === 'right') === (what === 'appeared') ? -1 : 1;
  const said = { start, end, kind, role, entity, stance, standing };
  const around = wordsAround(text, span);
  return { id: String(id), lang, what, ...said, ...around, differences: [], verdict: verdictOf(value) };
}

/** @param loss above 0 where the marks got worse */
const verdictOf = (loss: number): Change['verdict'] => (loss === 0 ? 'neither' : loss > 0 ? 'worse' : 'better');

type Reading = Pick<Difference, 'what'> & { readonly of: (span: Span & Partial<PredictedSpan>) => string };

/** What a mark says, and what of it has to be equal. */
const READINGS: readonly Reading[] = [
  { what: 'stance', of: ({ stance }) => stance ?? '' },
  { what: 'role', of: ({ role }) => role ?? '' },
  { what: 'entity', of: ({ entity }) => entityKey(entity) },
  { what: 'words', of: ({ start, end }) => `${start} ${end}` },
];

function differencesOf(text: string, before: Judged, now: Judged): Difference[] {
  const shown = (what: Difference['what'], span: PredictedSpan): string =>
    what === 'words' ? text.slice(span.start, span.end) : (span[what] ?? '');
  return READINGS.filter(({ of }) => of(before.span) !== of(now.span)).map(({ what, of }) => ({
    what,
    before: shown(what, before.span),
    now: shown(what, now.span),
    wasRight: before.gold ? of(before.gold) === of(before.span) : null,
    isRight: now.gold ? of(now.gold) === of(now.span) : null,
  }));
}

/** How good a mark is: right before optional before wrong, then by how much of what it says is gold's. */
function worth({ span, gold, standing }: Judged): number {
  const more = gold ? READINGS.filter(({ of }) => of(gold) === of(span)).length : 0;
  return { wrong: 0, optional: 10, right: 20 }[standing] + more;
}
