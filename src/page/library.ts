/**
 * What lies in the package beside the scripts and comes only into pages that are read: tables by the language of the
 * text, notes by that of the interface, hosts. The background puts them into this script's world; no page can see them.
 */
import type { BareEngine, Tables } from '../engine';
import type { Lang } from '../engine/types';
import { Hosts, type Knowledge, type NoteLanguage, type Notes, noteOf, type PackedHosts, wholeOf } from '../lexicon';
import type { UiLanguage } from '../shared/i18n';
import type { PageFile } from '../shared/messages';
import type { MarkLook } from '../shared/settings';
import { insist, isAlive, tell } from './alive';
import { type Slices, wait } from './slices';
import { world } from './world';

/** A background that has just been stopped answers the second time. */
const TRIES = 3;
const REST = 200;

export class Library {
  /** Whose an address is; undefined until it has come. */
  hosts: Hosts | undefined;
  private readonly notes = new Map<PageFile, Notes>();
  /** Texts that have come; the card takes them. */
  private readonly texts = new Set<PageFile>();

  /** What was asked for before it was known whether it is needed. */
  private expected: Promise<unknown> | undefined;
  /** What the sheet in the page makes of marks; undefined while there is none. */
  private worn: MarkLook | undefined;
  private dressing: Promise<unknown> = Promise.resolve();

  constructor(private readonly signal: AbortSignal) {}

  /** Has what a text in `lang`, or in any language, is read with brought, while the text is still being looked for. */
  expect(lang: Lang | undefined): void {
    const tables = lang ? ([`tables-${lang}`] as const) : [];
    this.expected = tell({ say: 'need', files: ['engine', ...tables, 'hosts'] });
  }

  /**
   * Brings what a text in `lang` is read with and is not here yet: its engine, and hosts.
   * @throws where the extension is gone
   */
  async open(lang: Lang, slices: Slices): Promise<BareEngine> {
    const tables = `tables-${lang}` as const;
    await this.expected;
    await this.bring(['engine', tables, ...(this.hosts ? [] : (['hosts'] as const))]);
    // What was expected, and is not the text's language after all.
    for (const file of Object.keys(world.ruporFiles ?? {})) {
      if (file.startsWith('tables-') && file !== tables) delete world.ruporFiles?.[file as PageFile];
    }
    // Each takes milliseconds, as telling the language has done: the page has its turn in between.
    await slices.turn();
    const packed = take(tables) as Tables;
    await slices.turn();
    const engine = world.ruporEngine?.(packed);
    if (!engine) throw new Error('the engine did not come');
    await slices.turn();
    this.hosts ??= new Hosts(take('hosts') as PackedHosts);
    return engine;
  }

  /**
   * Makes sure that marks can be seen. The sheet makes the browser work out all styles of the page anew (100,000 elements:
   * 250 ms), so it comes only where there are marks, and is replaced only where it says something else.
   * @returns has it come just now?
   */
  openSheet(look: MarkLook): Promise<boolean> {
    return this.inTurn(() => this.dress(look));
  }

  /** Brings a page that has a sheet the one of this look. */
  async renewSheet(look: MarkLook): Promise<void> {
    await this.inTurn(async () => this.worn !== undefined && this.dress(look));
  }

  /** The next one waits for this one but does not fail with it. */
  private inTurn(act: () => Promise<boolean>): Promise<boolean> {
    const done = this.dressing.then(act);
    this.dressing = done.catch(() => undefined);
    return done;
  }

  private async dress({ style, strength, palette }: MarkLook): Promise<boolean> {
    const { worn } = this;
    // Where nothing is painted, a mark that one opens or jumps to is, and that is the same in all styles.
    const look = { style: style === 'none' ? (worn?.style ?? 'line') : style, strength, palette };
    if (worn?.style === look.style && worn.strength === strength && worn.palette === palette) return false;
    if ((await insist({ say: 'dress', look, ...(worn && { worn }) })) !== true)
      throw new Error('the sheet did not come');
    this.worn = look;
    return true;
  }

  /** Makes sure that `know` has notes in this language. */
  async openNotes(language: NoteLanguage): Promise<void> {
    await this.withNotes(language, []);
  }

  /** Makes sure that the card can be made, and that there is something to say in it. */
  async openCard(language: NoteLanguage, ui: UiLanguage): Promise<void> {
    await this.withNotes(language, ['card', `texts-${ui}`]);
    this.texts.add(`texts-${ui}`);
  }

  /** What Rupor knows of an entry: in this language, or in the other one while this one is on its way. */
  know(entry: string, language: NoteLanguage): Knowledge | undefined {
    const notes = this.notes.get(`notes-${language}`) ?? [...this.notes.values()][0];
    return notes && noteOf(notes, entry);
  }

  private async withNotes(language: NoteLanguage, others: readonly PageFile[]): Promise<void> {
    const file = `notes-${language}` as const;
    await this.bring([file, ...others]);
    // Asked for twice at the same time, they come twice.
    if (world.ruporFiles?.[file] !== undefined) this.notes.set(file, take(file) as Notes);
  }

  private async bring(files: readonly PageFile[]): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      const missing = files.filter((file) => !this.isHere(file));
      if (missing.length === 0) return;
      if (attempt > TRIES || !isAlive()) throw new Error(`${missing.join(', ')} did not come`);
      if (attempt > 1) await wait(REST, this.signal);
      await tell({ say: 'need', files: missing });
    }
  }

  private isHere(file: PageFile): boolean {
    if (file === 'card') return world.ruporCard !== undefined;
    if (file === 'engine') return world.ruporEngine !== undefined;
    return this.notes.has(file) || this.texts.has(file) || world.ruporFiles?.[file] !== undefined;
  }
}

/** A file that has come; the room of its parts is given back. */
function take(file: PageFile): unknown {
  const parts = world.ruporFiles?.[file];
  if (!parts) throw new Error(`${file} did not come`);
  delete world.ruporFiles?.[file];
  return wholeOf(parts);
}
