/** Kinds of terms. The number is what the tables hold. Single constants, so that a build can write the numbers in. */

/** Name of an entry; `ref` = entry, `x` = NAME bits. */
export const NAME = 0;
/** Description that means one office-holder, or (bit GENERIC) anyone who speaks for a body; `ref` = entry. */
export const ROLE = 1;
/** Verb of speech, opinion, demand, denial. */
export const SAY = 2;
/** Verb that outlets do. */
export const REPORT = 3;
/** Verb whose object is the outlet that one speaks to ("told"). */
export const TOLD = 4;
/** Verb of guessing what someone thinks or wants: no statement. */
export const GUESS = 5;
/** «за словами»; `x` = case bits that the source must have, and PREPOSITION bits. */
export const PREPOSITION = 6;
/** «за його словами»; `x` = index of the pronoun's word within the form. */
export const POSSESSIVE_CUE = 7;
/** «заява», «слова»; `x` = 1 for what has words but is none («стаття», «виступ»): they must stand beside it. */
export const SPEECH_NOUN = 8;
/** «у» in «у Кремлі заявили». */
export const IN = 9;
/** «в ефірі»; `x` = case bits of the outlet. */
export const FROM = 10;
/** «Фото:». */
export const CREDIT = 11;
/** `x` = 1 for possessives. Gender and case in the features. */
export const PRONOUN = 12;
/** «міністр», «відомство»; `ref` = tag. */
export const SHORT = 13;
/** «телеканал». */
export const OUTLET_KIND = 14;
/** «пан», ranks, titles before a name. */
export const HONORIFIC = 15;
/** «нібито»; `x` = SCOPE. */
export const DISTANCE = 16;
/** «пропагандист»: distance beside a name. */
export const LABEL = 17;
export const NEGATION = 18;
/** Head of a claim that a debunk refutes («Міф:»). */
export const CLAIM = 19;
/** Head of a debunk's own words («Правда:»). */
export const FACT = 20;
/** A generic speaker that is not the Kremlin: «експерт». */
export const OTHER = 21;
/** «український», «США»: turns a ministry away from Russia. */
export const FOREIGN = 22;
/** «російський», «РФ». */
export const RUSSIAN = 23;
/** «що» after a cue. */
export const THAT = 24;
/** «який», "who". */
export const RELATIVE = 25;
/** «у понеділок», «зокрема»: may stand between subject and verb. */
export const TIME = 26;
/** Word of a pattern's class; `ref` = class. */
export const CLASS = 27;
/** Phrase of a narrative; `ref` = narrative entry, `x` = index into `conditions`, -1 where none. */
export const PHRASE = 28;
/** English prepositions that keep a name from being a subject ("with Lavrov"). */
export const OBLIQUE = 29;
/** English articles and the like: what follows is a noun, not a verb. */
export const DETERMINER = 30;
/**
 * What a verb of ACCOMPANIED with the same `ref` needs in its clause: `x` = 0 a particle that closes it
 * («teilte … mit»), 1 an auxiliary («hat … erklärt»).
 */
export const COMPANION = 31;
/** «a», «avait»: makes a participle after it finite; number in the features. `x` = 1 where it makes a passive of it. */
export const AUXILIARY = 32;
/** «l'» in «comme l'affirme Moscou»: an object that stands between subject and verb. */
export const CLITIC = 33;
/** «de» in «les propos de Lavrov»: before the owner of a speech noun. */
export const OF = 34;
/** «der», «dem»; case, gender and number in the features; `x` tells its readings apart. */
export const ARTICLE = 35;
/** Verb that may stand before its subject in a tag of speech ("…", said Lavrov). */
export const TAG = 36;
/** «and» between two speakers of one verb. */
export const AND = 37;
/** Verb that does something, and says nothing, beside an ACT_PART with the same `ref`: «erklärte den Krieg». */
export const ACT = 38;
/** A word that makes the verb of ACT with the same `ref` an act; `x` = ACT_PART. */
export const ACT_PART = 39;
/** «gen.», «np.»: its full stop ends no sentence. */
export const ABBREVIATION = 40;
/** Verb of speech that is an act where a bare object follows ("called Trump on Monday"). */
export const BARE = 41;
/** Verb whose object speaks ("quoted Peskov"). */
export const QUOTE = 42;
/** Verb that a fact does as well as a speaker: "it suggests" says nothing of who "it" is. */
export const FACTUAL = 43;
/** «вважати»: says something even where it is negated. */
export const OPINION = 44;
/** «показати»: an act, unless the words that were said stand beside it; `x` = DEED. */
export const DEED = 45;
/**
 * «скаржитися», «просити»: what people at large do too; of a country it counts only beside words that were said.
 * `x` = 1 where only a noun for its people is meant: «Москва просить» is its state.
 */
export const CROWD = 46;
/** «зробити» in «зробити заяву»: speech with a speech noun in its clause; `x` = case bits of the speaker. */
export const LIGHT = 47;
/** «один із»: whoever follows in the genitive speaks. */
export const PART = 48;
/** «якщо», «коли»: opens a clause that supposes. */
export const IF = 49;
/** "of" between an office and its body: "head of the FSB". */
export const OFFICE_OF = 50;
/** Given name of anyone in the lexicon: before a family name that goes with another, it makes a namesake. */
export const GIVEN = 51;
/** "by", «von»: before the outlet that a report is by. */
export const BY = 52;
/** «про», «о»: before what a report is about. */
export const ABOUT = 53;
/** «журналіст», «ефір», «передплата»: the sentence is about media. */
export const MEDIA = 54;
/** «колишній»: who held an office, holds it no more. */
export const FORMER = 55;
/** «тренерка», «співак»: a walk of life that sets a namesake apart. */
export const CALLING = 56;
/** "went on to": with the base form behind it one verb of speech. */
export const PHASE = 57;
/** "veteran": between the article and an office, it leaves the office the same. */
export const EPITHET = 58;
/** «спростовуємо», "set the record straight": in a headline, the text refutes what its sources claim. */
export const DEBUNK = 59;
/** «хоча», "while": opens a clause that the main clause turns against. */
export const CONCESSIVE = 60;
/** «запевняє», "claims": in a clause of CONCESSIVE the author does not believe it. */
export const CONCEDED = 61;
/** Words that the Kremlin's own voice has not: «анексія Криму», "Revolution of Dignity". They answer a claim made before. */
export const COUNTER = 62;
/** «спростувати», "deny": turns down somebody's words. */
export const AGAINST = 63;
/** «розігнати», "reprint": what is done to news that others made; in a text that refutes it, no innocent deed. */
export const SPREAD = 64;
/** «поширює фейки», "spreads lies": what follows in the paragraph is told as a lie. */
export const LIARS = 65;
/** «але»: joins a verb to the one before, and no speakers. */
export const BUT = 66;
/** «директор», «пресслужба»: speaks for an outlet as a firm. */
export const EXECUTIVE = 67;
/** «продовжувати», «поспішити»: an infinitive of speech behind it, near or far, speaks; `x` = ASPECT. */
export const ASPECT = 68;
