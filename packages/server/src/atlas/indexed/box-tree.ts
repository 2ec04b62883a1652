/**
 * The shape of the index: rows in an order that keeps neighbours together, sixteen of them under a leaf, sixteen nodes
 * under a node. Nodes are numbered from the leaves up; where children lie follows from the number alone. Each node holds
 * the box around the unit vectors below it and the traits of the places below it.
 */
import type { Room } from './one-buffer.ts';

export const FAN_OUT = 16;
/** Floats of a box: least x, y, z, then greatest x, y, z. */
export const BOX = 6;
/** Words of traits: standards low and high, highest power in watts, suppliers, providers, country and vehicles. */
export const TRAITS = 6;

export interface BoxTree {
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
  boxes.fill(Infinity, BOX * node, BOX * node + 3);
  boxes.fill(-Infinity, BOX * node + 3, BOX * node + BOX);
  traits.fill(0, TRAITS * node, TRAITS * node + TRAITS);
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
  for (let side = 0; side < 3; side++) {
    const least = BOX * node + side;
    const greatest = least + 3;
    boxes[least] = Math.min(boxes[least] ?? 0, boxes[BOX * child + side] ?? 0);
    boxes[greatest] = Math.max(boxes[greatest] ?? 0, boxes[BOX * child + side + 3] ?? 0);
  }
  const own = TRAITS * node;
  const others = TRAITS * child;
  for (let word = 0; word < TRAITS; word++) {
    const value = traits[others + word] ?? 0;
    const before = traits[own + word] ?? 0;
    traits[own + word] = word === WATTS ? Math.max(before, value) : before | value;
  }
}

export const STANDARDS_LOW = 0;
export const STANDARDS_HIGH = 1;
export const WATTS = 2;
export const SUPPLIERS = 3;
export const PROVIDERS = 4;
export const PLACE = 5;
