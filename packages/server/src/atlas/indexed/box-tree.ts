/**
 * The shape of the index: rows in an order that keeps neighbours together, sixteen of them under a leaf, sixteen nodes
 * under a node. Nodes are numbered from the leaves up; where children lie follows from the number alone. Each node holds
 * the box around the unit vectors below it and the traits of the places below it.
 */
import type { Room } from './one-buffer.ts';

export const FAN_OUT = 16;

/** Words of a node: a box in floats (least x, y, z, then greatest x, y, z), then its traits in integers. */
export const NODE = 12;
const GREATEST = 3;
export const STANDARDS_LOW = 6;
export const STANDARDS_HIGH = 7;
/** The highest power, watts. */
export const WATTS = 8;
export const SUPPLIERS = 9;
export const PROVIDERS = 10;
/** Country and vehicles. */
export const PLACE = 11;

export interface BoxTree {
  /** The nodes' words as floats, which boxes are. */
  readonly floats: Float32Array;
  /** The same words as integers, which traits are. */
  readonly words: Uint32Array;
  /** The number of each level's first node, leaves first; the last entry is the number of all nodes. */
  readonly levelStarts: readonly number[];
}

export function levelStartsOf(rows: number): readonly number[] {
  const starts = [0];
  let nodes = rows;
  let total = 0;
  do {
    nodes = Math.ceil(nodes / FAN_OUT);
    total += nodes;
    starts.push(total);
  } while (nodes > 1);
  return starts;
}

/** 0 for leaves. */
export function levelOf(levelStarts: readonly number[], node: number): number {
  let level = 0;
  while ((levelStarts[level + 1] ?? Infinity) <= node) level++;
  return level;
}

export function treeColumns(room: Room, rows: number): Omit<BoxTree, 'levelStarts'> {
  return room.mixed32(NODE * (levelStartsOf(rows).at(-1) ?? 0));
}

/**
 * Boxes hold single floats, which are at most 3e-8 off for numbers up to 1. They are drawn wider by more than that, so
 * that no vector is ever outside its box.
 */
const BOX_MARGIN = 1e-7;

export function startEmpty({ floats, words }: BoxTree, node: number): void {
  const at = NODE * node;
  floats.fill(Infinity, at, at + GREATEST);
  floats.fill(-Infinity, at + GREATEST, at + STANDARDS_LOW);
  words.fill(0, at + STANDARDS_LOW, at + NODE);
}

export function widen({ floats }: BoxTree, node: number, x: number, y: number, z: number): void {
  const at = NODE * node;
  floats[at] = Math.min(floats[at] ?? 0, x - BOX_MARGIN);
  floats[at + 1] = Math.min(floats[at + 1] ?? 0, y - BOX_MARGIN);
  floats[at + 2] = Math.min(floats[at + 2] ?? 0, z - BOX_MARGIN);
  floats[at + 3] = Math.max(floats[at + 3] ?? 0, x + BOX_MARGIN);
  floats[at + 4] = Math.max(floats[at + 4] ?? 0, y + BOX_MARGIN);
  floats[at + 5] = Math.max(floats[at + 5] ?? 0, z + BOX_MARGIN);
}

/** Makes a node's box and traits hold those of another. */
export function include({ floats, words }: BoxTree, node: number, child: number): void {
  const own = NODE * node;
  const others = NODE * child;
  for (let least = 0; least < GREATEST; least++) {
    const greatest = least + GREATEST;
    floats[own + least] = Math.min(floats[own + least] ?? 0, floats[others + least] ?? 0);
    floats[own + greatest] = Math.max(floats[own + greatest] ?? 0, floats[others + greatest] ?? 0);
  }
  for (let trait = STANDARDS_LOW; trait < NODE; trait++) {
    const before = words[own + trait] ?? 0;
    const more = words[others + trait] ?? 0;
    words[own + trait] = trait === WATTS ? Math.max(before, more) : before | more;
  }
}
