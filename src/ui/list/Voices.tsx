import { plural, t } from '../../shared/i18n';
import type { VoicePart } from '../../shared/messages';

/** Fewer are no balance. */
const VOICES_MIN = 3;
/** More segments than this would be too thin to see: neighbours of the same side then become one. */
const SEGMENTS_MAX = 48;

/** Whose words the text passes on, in reading order, each as wide as its text. Counts, never a score. */
export function Voices({ voices }: { readonly voices: readonly VoicePart[] }) {
  if (voices.length < VOICES_MIN) return null;
  const kremlin = voices.filter((voice) => voice.kremlin).length;
  const others = voices.length - kremlin;
  const segments = voices.length > SEGMENTS_MAX ? merged(voices) : voices;
  return (
    <section class="voices">
      <p>
        <span>{t('voices')}</span>
        <span class="keys">
          <span class="key k" />
          {t('voices_kremlin')} <span class="n">{kremlin}</span>
          {'\u2002'}
          <span class="key" />
          {t('voices_others')} <span class="n">{others}</span>
        </span>
      </p>
      <div class="strip" role="img" aria-label={plural('voices_label', voices.length, kremlin, others)}>
        {segments.map((segment, index) => (
          // A segment is nothing but its place in the row.
          <i key={index} class={segment.kremlin ? 'k' : ''} style={{ flexGrow: Math.max(segment.weight, 1) }} />
        ))}
      </div>
    </section>
  );
}

function merged(voices: readonly VoicePart[]): readonly VoicePart[] {
  const segments: VoicePart[] = [];
  for (const voice of voices) {
    const last = segments.at(-1);
    if (last?.kremlin === voice.kremlin) segments.pop();
    const weight = voice.weight + (last?.kremlin === voice.kremlin ? last.weight : 0);
    segments.push({ kremlin: voice.kremlin, weight });
  }
  return segments;
}
