/** Collects the notices about one object. The same finding over and over is counted, not kept. */
import type { Notice, NoticeCode } from '@pantograph/model/notice';

type Parameters = Readonly<Record<string, string | number>>;

/** Notices of one code that are kept per object. */
const KEPT_PER_CODE = 20;

/** Bounds what an object with a million unknown fields can make us remember. */
const REMEMBERED_FINDINGS = 1000;

export class Findings {
  readonly #notices: Notice[] = [];
  /** By code, once there are so many notices that one code can have too many. */
  #counts: Map<NoticeCode, number> | undefined;
  #said: Set<string> | undefined;

  /** @param path JSON pointer; `parameters` are those of the catalogue's message */
  add(code: NoticeCode, path: string, parameters?: Parameters): void {
    if (this.#notices.length >= KEPT_PER_CODE) {
      this.#counts ??= countByCode(this.#notices);
      const count = (this.#counts.get(code) ?? 0) + 1;
      this.#counts.set(code, count);
      if (count > KEPT_PER_CODE) return;
    }
    this.#notices.push(parameters === undefined ? { code, path } : { code, path, parameters });
  }

  /** For what holds of a whole feed, like the spelling of a field: said where it is first seen. */
  addOnce(code: NoticeCode, what: string, path: string, parameters?: Parameters): void {
    const key = `${code} ${what}`;
    this.#said ??= new Set();
    if (this.#said.has(key)) return;
    if (this.#said.size < REMEMBERED_FINDINGS) this.#said.add(key);
    this.add(code, path, parameters);
  }

  /** Of codes that came too often, the number of those left out comes last. */
  notices(): readonly Notice[] {
    if (this.#counts === undefined) return this.#notices;
    const notices = [...this.#notices];
    for (const [code, count] of this.#counts) {
      if (count <= KEPT_PER_CODE) continue;
      notices.push({ code: 'more_of_the_same', path: '', parameters: { code, count: count - KEPT_PER_CODE } });
    }
    return notices;
  }
}

function countByCode(notices: readonly Notice[]): Map<NoticeCode, number> {
  const counts = new Map<NoticeCode, number>();
  for (const { code } of notices) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
