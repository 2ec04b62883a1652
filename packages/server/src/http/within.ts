import { Refused } from '../refusal/refused.ts';

/** What `work` comes to, unless it takes longer; it is then left to end by itself and its outcome is dropped. */
export function within<T>(work: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Refused('unavailable', { cause: `No answer within ${String(milliseconds / 1000)} seconds` }));
    }, milliseconds);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}
