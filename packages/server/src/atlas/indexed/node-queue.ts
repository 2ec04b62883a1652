/** Nodes waiting to be looked into, nearest first: a binary heap in two typed arrays, kept from search to search. */
export class NodeQueue {
  #distances = new Float64Array(1024);
  #nodes = new Uint32Array(1024);
  #size = 0;

  get isEmpty(): boolean {
    return this.#size === 0;
  }

  clear(): void {
    this.#size = 0;
  }

  get nearestDistance(): number {
    return this.#distances[0] ?? Infinity;
  }

  push(distance: number, node: number): void {
    if (this.#size === this.#nodes.length) this.#grow();
    const distances = this.#distances;
    const nodes = this.#nodes;
    let at = this.#size++;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = distances[above] ?? 0;
      if (parent <= distance) break;
      distances[at] = parent;
      nodes[at] = nodes[above] ?? 0;
      at = above;
    }
    distances[at] = distance;
    nodes[at] = node;
  }

  /** The nearest node; the queue must not be empty. */
  pop(): number {
    const distances = this.#distances;
    const nodes = this.#nodes;
    const nearest = nodes[0] ?? 0;
    const size = --this.#size;
    const distance = distances[size] ?? 0;
    const node = nodes[size] ?? 0;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= size) break;
      if (below + 1 < size && (distances[below + 1] ?? 0) < (distances[below] ?? 0)) below++;
      const child = distances[below] ?? 0;
      if (child >= distance) break;
      distances[at] = child;
      nodes[at] = nodes[below] ?? 0;
      at = below;
    }
    distances[at] = distance;
    nodes[at] = node;
    return nearest;
  }

  #grow(): void {
    const distances = new Float64Array(2 * this.#size);
    const nodes = new Uint32Array(2 * this.#size);
    distances.set(this.#distances);
    nodes.set(this.#nodes);
    this.#distances = distances;
    this.#nodes = nodes;
  }
}
