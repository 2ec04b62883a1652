/**
 * The shape of the index: rows in an order that keeps neighbours together, sixteen of them under a leaf, sixteen nodes
 * under a node. Nodes are numbered from the leaves up; where children lie follows from the number alone. Each node holds
 * the box around the unit vectors below it and the traits of the places below it.
 */
import type { Room } from './one-buffer.ts';

export const FAN_OUT = 16;

/** Numbers of a box: least x, y, z, then greatest x, y, z. */
export const BOX = 6;
const GREATEST = 3;

/** Words of a node's traits. */
export const TRAITS = 6;
export const STANDARDS_LOW = 0;
export const STANDARDS_HIGH = 1;
/** The highest power, watts. */
export const WATTS = 2;
export const SUPPLIERS = 3;
export const PROVIDERS = 4;
/** Country and vehicles. */
export const PLACE = 5;

export interface BoxTree {
  /** Apart from the traits, which not every search asks for. */
  readonly boxes: Float32Array;
  readonly traits: Uint32Array;
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
  const nodes = levelStartsOf(rows).at(-1) ?? 0;
  return { boxes: room.float32(BOX * nodes), traits: room.uint32(TRAITS * nodes) };
}

/**
 * Boxes hold single floats, which are at most 3e-8 off for numbers up to 1. They are drawn wider by more than that, so
 * that no vector is ever outside its box.
 */
const BOX_MARGIN = 1e-7;

export function startEmpty({ boxes, traits }: BoxTree, node: number): void {
  const at = BOX * node;
  boxes.fill(Infinity, at, at + GREATEST);
  boxes.fill(-Infinity, at + GREATEST, at + BOX);
  traits.fill(0, TRAITS * node, TRAITS * (node + 1));
}

export function widen({ boxes }: BoxTree, node: number, x: number, y: number, z: number): void {
  const at = BOX * node;
  boxes[at] = Math.min(boxes[at] ?? 0, x - BOX_MARGIN);
  boxes[at + 1] = Math.min(boxes[at + 1] ?? 0, y - BOX_MARGIN);
  boxes[at + 2] = Math.min(boxes[at + 2] ?? 0, z - BOX_MARGIN);
  boxes[at + 3] = Math.max(boxes[at + 3] ?? 0, x + BOX_MARGIN);
  boxes[at + 4] = Math.max(boxes[at + 4] ?? 0, y + BOX_MARGIN);
  boxes[at + 5] = Math.max(boxes[at + 5] ?? 0, z + BOX_MARGIN);
}

/** Makes a node's box and traits hold those of another. */
export function include({ boxes, traits }: BoxTree, node: number, child: number): void {
  for (let least = 0; least < GREATEST; least++) {
    const own = BOX * node + least;
    const other = BOX * child + least;
    boxes[own] = Math.min(boxes[own] ?? 0, boxes[other] ?? 0);
    boxes[own + GREATEST] = Math.max(boxes[own + GREATEST] ?? 0, boxes[other + GREATEST] ?? 0);
  }
  for (let trait = 0; trait < TRAITS; trait++) {
    const own = TRAITS * node + trait;
    const before = traits[own] ?? 0;
    const more = traits[TRAITS * child + trait] ?? 0;
    traits[own] = trait === WATTS ? Math.max(before, more) : before | more;
  }
}
