/** What charging costs. Of Pantograph alone: no other server of these contracts has it. */
import { NotFoundError } from '../errors/api-error.ts';
import type { GetPricesQuery, PricesResponse } from '../generated/prices.ts';
import { repeatedParameters } from '../generated/prices.ts';
import { batchesOf } from '../ids.ts';
import type { Ids } from '../lookup/lookup.ts';
import type { CallOptions } from '../options.ts';
import { queryString } from '../transport/query-string.ts';
import type { Transport } from '../transport/transport.ts';

export type PricedSessionQuery = Omit<GetPricesQuery, 'id'>;

export interface Prices {
  /**
   * One charging session at each of the places, all beginning at the same moment. `missingItems` are the ids that name
   * nothing, as they were given; rejects with `NotFoundError` where none names anything.
   */
  prices(ids: Ids, session?: PricedSessionQuery, call?: CallOptions): Promise<PricesResponse>;
}

export function pricesOf(ask: Transport): Prices {
  async function batch(
    id: readonly string[],
    session: PricedSessionQuery,
    call?: CallOptions,
  ): Promise<PricesResponse> {
    const query = queryString({ id, ...session }, repeatedParameters);
    return (await ask<PricesResponse>({ api: 'search', path: 'prices', query }, call)).body;
  }

  return {
    async prices(ids, session = {}, call) {
      let all: PricesResponse | undefined;
      let nothing: NotFoundError | undefined;
      const missing: string[] = [];
      for await (const some of batchesOf(ids)) {
        try {
          const start = session.start ?? all?.asked.start;
          const { asked, items, missingItems } = await batch(some, { ...session, start }, call);
          all ??= { asked, items: [], missingItems: missing };
          all.items.push(...items);
          missing.push(...missingItems);
        } catch (error) {
          if (!(error instanceof NotFoundError)) throw error;
          nothing = error;
          missing.push(...some);
        }
      }
      if (all !== undefined) return all;
      throw nothing ?? new TypeError('prices of no place were asked for');
    },
  };
}
