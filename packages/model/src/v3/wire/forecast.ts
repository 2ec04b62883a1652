/** Contract v3: Prediction, Reliability. This server has no data for either yet and leaves both out. */
import { z } from 'zod';
import { component } from './component.ts';

const Probability = z.number().min(0).max(1);

export const Prediction = component(
  'Prediction',
  z.object({
    date: z.iso.date().describe('Local to the location.'),
    confidence: Probability,
    periodsPerDay: z.int().min(24).max(1440),
    availabilityProbabilities: z.array(Probability).describe('One per period of the day.'),
    predictedWaitTimes: z.array(z.int().min(0)).describe('Minutes, one per period of the day.'),
    predictedOccupancies: z.array(Probability).optional(),
  }),
);

export const Reliability = component(
  'Reliability',
  z.object({
    operational: z.int().min(1).max(3).describe('1 bad, 3 good.').optional(),
    statusReliability: z
      .string()
      .meta({ 'x-extensible-enum': ['reliable', 'unreliable', 'outdated'] })
      .optional(),
    chargingSessions: z
      .object({ lastSuccessful: z.iso.datetime().optional(), successfulCount: z.int().optional() })
      .describe('Of the last 28 days.')
      .optional(),
  }),
  'Alpha.',
);
