/** Contract v2, `state`. UNKNOWN is the older documents' word and is read, never written: the guide has OTHER. */
import { z } from 'zod';

export const State = z.enum([
  'AVAILABLE',
  'UNAVAILABLE',
  'OCCUPIED',
  'OUT_OF_SERVICE',
  'OFFLINE',
  'RESERVED',
  'OTHER',
  'UNKNOWN',
]);
