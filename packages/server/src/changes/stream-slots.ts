/** How many streams are open: of one caller, and of all. */

export interface StreamSlots {
  /** Who has as many as there may be. */
  isFull(caller: string): 'caller' | 'all' | undefined;
  /** Returns what gives the slot back. */
  take(caller: string): () => void;
}

export function streamSlots({ perCaller, all }: { readonly perCaller: number; readonly all: number }): StreamSlots {
  const byCaller = new Map<string, number>();
  let open = 0;
  return {
    isFull(caller) {
      if ((byCaller.get(caller) ?? 0) >= perCaller) return 'caller';
      return open >= all ? 'all' : undefined;
    },
    take(caller) {
      byCaller.set(caller, (byCaller.get(caller) ?? 0) + 1);
      open++;
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        open--;
        const left = (byCaller.get(caller) ?? 1) - 1;
        if (left === 0) byCaller.delete(caller);
        else byCaller.set(caller, left);
      };
    },
  };
}
