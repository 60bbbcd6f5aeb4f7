/** docs/rules.md: every rule of the lexicon in English, for readers outside the extension. Build time only. */
import type { Kind, Lang } from '../engine/types';
import type { Rule, RuleWords } from './rule';

const KINDS: readonly (readonly [Kind, string])[] = [
  ['state-media', 'State outlets, channels and their faces'],
  ['official', 'Officials and bodies of the Russian state'],
  ['framing', 'Wordings'],
];
const LANGUAGES: Readonly<Record<Lang, string>> = {
  uk: 'Ukrainian',
  ru: 'Russian',
  en: 'English',
  pl: 'Polish',
  de: 'German',
  fr: 'French',
};

/** @param version date of the lexicon */
export function rulesPage(rules: readonly Rule[], version: string): string {
  const parts = [
    '# Rules',
    '',
    `All that Rupor marks, lexicon of ${version}. Made from \`src/lexicon/data\` by \`npm run lexicon\`; do not edit. The same list, with a search, is in the extension's options. Words are given as a dictionary cites them, the first dozen of each language; the extension also knows their other forms. Words in *italics* are marked only with a second sign beside them ([how](lexicon.md)).`,
    '',
  ];
  for (const [kind, title] of KINDS) {
    const own = rules.filter((rule) => rule.kind === kind);
    parts.push(`## ${title} (${own.length})`, '');
    for (const rule of own) parts.push(...ruleLines(rule), '');
  }
  return `${parts.join('\n').trimEnd()}\n`;
}

function ruleLines({ id, texts, control, words, addresses }: Rule): string[] {
  const { en, uk } = texts;
  const facts: (readonly [string, string | undefined])[] = [
    ['Owner', en.owner && (control ? `${en.owner} (${control})` : en.owner)],
    ['Sanction', en.sanction],
    ['Plainly', en.plainly],
    ['Left alone', en.everyday ?? en.ambiguity],
    ['Addresses', addresses.length > 0 ? addresses.map((address) => `\`${address}\``).join(', ') : undefined],
    ['References', en.references.map(({ title, url }) => `[${plainText(title)}](${url})`).join(', ')],
  ];
  return [
    `### ${plainText(en.name)}${en.name === uk.name ? '' : ` – ${plainText(uk.name)}`}`,
    '',
    `\`${id}\` · ${plainText(en.who)}`,
    '',
    plainText(en.note),
    '',
    ...facts.flatMap(([label, text]) =>
      text ? [`- ${label}: ${label === 'References' || label === 'Addresses' ? text : plainText(text)}`] : [],
    ),
    ...words.map(wordLine),
  ];
}

/** More words of one language than this are in the files and in the extension. */
const WORDS_MAX = 12;

function wordLine({ lang, plain, weak, patterns }: RuleWords): string {
  const all = [
    ...plain.map(plainText),
    ...weak.map((word) => `*${plainText(word)}*`),
    ...patterns.map((one) => `\`${one}\``),
  ];
  const list = all.length > WORDS_MAX ? [...all.slice(0, WORDS_MAX), `and ${all.length - WORDS_MAX} more`] : all;
  return `- ${LANGUAGES[lang]}: ${list.join('; ')}`;
}

/** Signs that Markdown would read. */
const plainText = (text: string): string => text.replace(/[\\`*_[\]<>]/g, '\\$&');
