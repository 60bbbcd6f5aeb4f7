/** Reads the automata of Morfologik dictionaries (CFSA2): what words they hold, and which of them begin alike. */

const LABEL = 0b11111;
const TARGET_NEXT = 1 << 7;
const LAST = 1 << 6;
const FINAL = 1 << 5;
const MAGIC = [0x5c, 0x66, 0x73, 0x61, 0xc6];
/** Flag in the header: nodes are numbered. */
const NUMBERS = 1 << 8;

export class Automaton {
  readonly #arcs: Uint8Array;
  readonly #labels: Uint8Array;
  readonly #root: number;

  /** @throws Error where the file is of another kind */
  constructor(file: Uint8Array) {
    const flags = ((file[5] ?? 0) << 8) | (file[6] ?? 0);
    if (MAGIC.some((byte, at) => file[at] !== byte) || (flags & NUMBERS) !== 0)
      throw new Error('not a CFSA2 automaton without numbers');
    const size = file[7] ?? 0;
    this.#labels = file.subarray(8, 8 + size);
    this.#arcs = file.subarray(8 + size);
    this.#root = this.#target(0);
  }

  /** Calls `found` with each word that begins with `start`; the bytes are valid during the call only. */
  walk(start: Uint8Array, found: (bytes: Uint8Array) => void): void {
    let node = this.#root;
    let isWord = false;
    for (const byte of start) {
      const arc = node === 0 ? -1 : this.#arc(node, byte);
      if (arc < 0) return;
      isWord = (this.#byte(arc) & FINAL) !== 0;
      node = this.#target(arc);
    }
    const buffer = new Uint8Array(1024);
    buffer.set(start);
    if (isWord) found(buffer.subarray(0, start.length));
    if (node !== 0) this.#visit(node, buffer, start.length, found);
  }

  #visit(node: number, buffer: Uint8Array, length: number, found: (bytes: Uint8Array) => void): void {
    for (let arc = node; ; arc = this.#skip(arc)) {
      const flags = this.#byte(arc);
      buffer[length] = this.#label(arc);
      if (flags & FINAL) found(buffer.subarray(0, length + 1));
      const target = this.#target(arc);
      if (target !== 0) this.#visit(target, buffer, length + 1, found);
      if (flags & LAST) return;
    }
  }

  #byte(at: number): number {
    return this.#arcs[at] ?? 0;
  }

  #label(arc: number): number {
    const index = this.#byte(arc) & LABEL;
    return index > 0 ? (this.#labels[index] ?? 0) : this.#byte(arc + 1);
  }

  #arc(node: number, label: number): number {
    for (let arc = node; ; arc = this.#skip(arc)) {
      if (this.#label(arc) === label) return arc;
      if (this.#byte(arc) & LAST) return -1;
    }
  }

  /** The node an arc leads to; 0 for none. */
  #target(arc: number): number {
    if ((this.#byte(arc) & TARGET_NEXT) === 0) return this.#number(this.#address(arc));
    let last = arc;
    while ((this.#byte(last) & LAST) === 0) last = this.#skip(last);
    return this.#skip(last);
  }

  #address(arc: number): number {
    return arc + ((this.#byte(arc) & LABEL) === 0 ? 2 : 1);
  }

  #skip(arc: number): number {
    let at = this.#address(arc);
    if ((this.#byte(arc) & TARGET_NEXT) === 0) {
      while (this.#byte(at) & 0x80) at++;
      at++;
    }
    return at;
  }

  /** Seven bits a byte, the lowest first. */
  #number(from: number): number {
    let value = 0;
    for (let at = from, shift = 0; ; at++, shift += 7) {
      value |= (this.#byte(at) & 0x7f) << shift;
      if ((this.#byte(at) & 0x80) === 0) return value;
    }
  }
}
