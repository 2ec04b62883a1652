import type { SituationName } from './situations.ts';

export interface DeclinedDetails {
  readonly headers?: Readonly<Record<string, string>>;
}

/** An OCPI request that is not done as asked. Thrown where that is found out, rendered by the surface; never a fault of ours. */
export class Declined extends Error {
  readonly situation: SituationName;
  readonly headers: Readonly<Record<string, string>>;

  /** @param message for `status_message`: what is wrong, and what would be right */
  constructor(situation: SituationName, message: string, { headers = {} }: DeclinedDetails = {}) {
    super(message);
    this.name = 'Declined';
    this.situation = situation;
    this.headers = headers;
  }
}
