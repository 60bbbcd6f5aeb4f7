/** Laws of the whole engine and of what it sees on its way. */
import { drain, type Engine, OWN_FORM, type OwnEntry } from '../../src/engine';
import { type Flag, KINDS, type Passage, type Reading, SHOWN, type Span, STRICTNESSES } from '../../src/engine/types';
import { engineOf, entriesOf, inspect } from './engines';
import { noisy } from './noise';
import { Broken, holds, type Sample } from './sample';

const passagesOf = ({ lang, texts }: Sample): Passage[] => texts.map((text) => ({ text, lang }));
const isIn = ({ start, end }: Span, text: string) =>
  Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Does the place lie between the halves of a pair? */
const isWithinPair = (text: string, at: number) => /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** Every flag and voice is in its text, in order, with what it rests on. @param known entries that there are */
export function honest({ flags, voices }: Reading, passages: readonly Passage[], known: ReadonlySet<string>): void {
  const last = new Map<Flag['kind'], number>();
  let place: readonly [passage: number, start: number] = [0, 0];
  for (const flag of flags) {
    const { span, paint, passage, kind, entry, because } = flag;
    const text = passages[passage]?.text;
    if (text === undefined) throw new Broken('a flag names a passage that there is', String(passage));
    const told = () => `${kind} ${entry} ${JSON.stringify(text.slice(span.start, span.end))}`;
    for (const one of [span, paint, flag.kind === 'framing' ? undefined : flag.cue]) {
      if (!one) continue;
      holds(isIn(one, text), 'a flag stands in its text', () => `${told()} ${JSON.stringify(one)}`);
      holds(!isWithinPair(text, one.start) && !isWithinPair(text, one.end), 'a flag cuts no pair of units', told);
    }
    if (flag.kind !== 'framing' && flag.content)
      holds(
        isIn(flag.content, text),
        'what is said stands in the text',
        () => `${told()} ${JSON.stringify(flag.content)}`,
      );
    const words = text.slice(span.start, span.end);
    holds(words.trim() === words, 'a flag begins and ends with words', told);
    holds(paint.start <= span.start && span.end <= paint.end, 'what is painted contains the words', told);
    holds(known.has(entry), 'a flag names an entry that there is', told);
    if (kind === 'official' || flag.role === 'attribution')
      holds(because.length > 0, 'an attribution shows what it rests on', told);
    for (const sign of because)
      holds(
        isIn(sign.span, passages[sign.passage]?.text ?? ''),
        'evidence stands in its text',
        () => `${told()} ${JSON.stringify(sign)}`,
      );
    holds(place[0] < passage || (place[0] === passage && place[1] <= span.start), 'flags come in reading order', told);
    if (place[0] < passage) last.clear();
    holds((last.get(kind) ?? 0) <= span.start, 'flags of one kind do not overlap', told);
    last.set(kind, span.end);
    place = [passage, span.start];
  }
  let before = 0;
  for (const { passage, span } of voices) {
    holds(before <= passage, 'voices come in reading order');
    before = passage;
    holds(isIn(span, passages[passage]?.text ?? ''), 'a voice stands in its text', () => JSON.stringify(span));
  }
}

/** Entries of a reader's own, of words and pieces of the sample itself. */
function ownOf({ texts }: Sample): OwnEntry[] {
  const forms = texts.flatMap((text) => [
    text.slice(0, 12),
    ...(text.match(/\S+(?: \S+)?/g) ?? []).filter((_, at) => at % 5 === 0).slice(0, 6),
    ...(text.match(/\p{L}{4}/gu) ?? []).slice(0, 2).map((start) => `${start}*`),
  ]);
  return KINDS.map((kind, at) => ({
    id: `own_${at}`,
    kind,
    langs: [],
    forms: forms.filter((form, i) => i % KINDS.length === at && form.length >= OWN_FORM.letters),
  }));
}

function scanned(engine: Engine, passages: readonly Passage[], known: ReadonlySet<string>): Reading {
  const reading = engine.scan(passages, 'wide');
  honest(reading, passages, known);
  return reading;
}

export function engineLaws(sample: Sample): void {
  const engine = engineOf(sample.lang);
  const known = entriesOf(sample.lang);
  const passages = passagesOf(sample);
  const reading = scanned(engine, passages, known);
  holds(same(drain(engine.read(passages, 'wide')), reading), 'reading in steps finds what reading at once finds');
  for (const strictness of STRICTNESSES) {
    const shown = reading.flags.filter(({ confidence }) => SHOWN[strictness].includes(confidence));
    holds(
      same(engine.scan(passages, strictness).flags, shown),
      'a stricter setting shows some of the same flags',
      () => strictness,
    );
  }
  const own = ownOf(sample);
  scanned(engine.with(own), passages, new Set([...known, ...own.map(({ id }) => id)]));
  holds(same(engine.with([]).scan(passages, 'wide'), reading), 'no entries of one’s own change nothing');
  holds(same(engine.scan(passages, 'wide'), reading), 'the same text is read the same again');
}

/** A flag as it would stand in the text without the signs. @param toPlain offset without the signs, by offset with them */
const told = (
  { kind, role, entry, stance, confidence, passage, span, paint }: Flag,
  toPlain: (passage: number, at: number) => number,
) =>
  [
    kind,
    role,
    entry,
    stance,
    confidence,
    passage,
    ...[span.start, span.end, paint.start, paint.end].map((at) => toPlain(passage, at)),
  ].join(' ');

export function noiseLaws(sample: Sample): void {
  const engine = engineOf(sample.lang);
  const loud = { ...sample, texts: sample.texts.map(noisy) };
  const maps = sample.texts.map((text, at) => offsets(text, loud.texts[at] ?? ''));
  const quiet = engine.scan(passagesOf(sample), 'wide').flags.map((flag) => told(flag, (_, at) => at));
  const found = engine
    .scan(passagesOf(loud), 'wide')
    .flags.map((flag) => told(flag, (passage, at) => maps[passage]?.[at] ?? -1));
  const gone = quiet.filter((flag) => !found.includes(flag));
  const come = found.filter((flag) => !quiet.includes(flag));
  holds(same(found, quiet), 'unseen signs change no flag', () => JSON.stringify({ gone, come, loud: loud.texts }));
}

/** For each offset of the loud text the one of the same letter in the plain one. */
function offsets(plain: string, loud: string): number[] {
  const map: number[] = [];
  let at = 0;
  for (let i = 0; i < loud.length; i += 1) {
    map.push(at);
    if (loud.charCodeAt(i) === plain.charCodeAt(at)) at += 1;
  }
  return [...map, at];
}

export function attributionLaws(sample: Sample): void {
  const passages = passagesOf(sample);
  const seen = inspect(passages);
  const textOf = (passage: number) => passages[passage]?.text ?? '';
  const { hits, mentions, attributions, wordings, sentences, speech } = seen;
  for (const { passage, span } of [...hits, ...mentions, ...attributions, ...wordings, ...speech])
    holds(isIn(span, textOf(passage)), 'what is seen stands in its text', () => JSON.stringify({ passage, span }));
  for (const { passage, span } of sentences)
    holds(isIn(span, textOf(passage)), 'a sentence stands in its text', () => JSON.stringify({ passage, span }));
  for (const { passage, cue, content } of attributions) {
    holds(isIn(cue, textOf(passage)), 'a cue stands in its text', () => JSON.stringify({ passage, cue }));
    holds(!content || isIn(content, textOf(passage)), 'what is said stands in the text', () =>
      JSON.stringify({ passage, content }),
    );
  }
  const inOrder = (list: readonly { readonly passage: number; readonly span: Span }[]) =>
    list.every(({ passage, span }, at) => {
      const before = list[at - 1];
      return !before || before.passage < passage || (before.passage === passage && before.span.end <= span.start);
    });
  holds(inOrder(mentions), 'mentions stand in order and apart');
  holds(inOrder(sentences), 'sentences stand in order and apart');
}
