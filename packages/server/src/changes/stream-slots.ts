/** How many streams may be open: of one caller, and of all. */

export interface StreamSlots {
  /** Returns what gives the slot back, or who has too many. */
  take(caller: string): (() => void) | 'caller' | 'all';
  readonly open: number;
}

export function streamSlots({ perCaller, all }: { readonly perCaller: number; readonly all: number }): StreamSlots {
  const byCaller = new Map<string, number>();
  let open = 0;
  return {
    get open() {
      return open;
    },
    take(caller) {
      const own = byCaller.get(caller) ?? 0;
      if (own >= perCaller) return 'caller';
      if (open >= all) return 'all';
      byCaller.set(caller, own + 1);
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
