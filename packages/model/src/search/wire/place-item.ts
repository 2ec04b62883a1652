/** A place as browse, discover, autosuggest and lookup show it. Source: contract search, place item. Metres, degrees. */
import { z } from 'zod';
import { Position } from '../../location/index.ts';
import { EvAvailability } from './ev-availability.ts';
import { EvStation } from './ev-station.ts';

export const PlaceAddress = z.object({
  label: z.string(),
  /** ISO 3166-1 alpha-3. */
  countryCode: z.string(),
  countryName: z.string().optional(),
  state: z.string().optional(),
  city: z.string().optional(),
  street: z.string().optional(),
  postalCode: z.string().optional(),
  houseNumber: z.string().optional(),
});
export type PlaceAddress = z.infer<typeof PlaceAddress>;

export const Category = z.object({ id: z.string(), name: z.string(), primary: z.literal(true).optional() });
export type Category = z.infer<typeof Category>;

const Chain = z.object({ id: z.string(), name: z.string() });

const ContactValue = z.object({ value: z.string(), label: z.string().optional() });

export const Contact = z.object({ phone: z.array(ContactValue).optional(), www: z.array(ContactValue).optional() });
export type Contact = z.infer<typeof Contact>;

/** `start` as THHMMSS, `duration` as iCalendar writes it, `recurrence` a rule with ":" for "=". */
export const StructuredHours = z.object({ start: z.string(), duration: z.string(), recurrence: z.string() });
export type StructuredHours = z.infer<typeof StructuredHours>;

export const OpeningHours = z.object({
  text: z.array(z.string()),
  isOpen: z.boolean().optional(),
  structured: z.array(StructuredHours),
});
export type OpeningHours = z.infer<typeof OpeningHours>;

export const TimeZone = z.object({ name: z.string(), utcOffset: z.string() });
export type TimeZone = z.infer<typeof TimeZone>;

/** Characters of a text from `start` up to `end`, which is not among them. */
export const TextRange = z.object({ start: z.int(), end: z.int() });
export type TextRange = z.infer<typeof TextRange>;

export const Highlights = z.object({
  title: z.array(TextRange).optional(),
  address: z.object({ label: z.array(TextRange) }).optional(),
});
export type Highlights = z.infer<typeof Highlights>;

export const PlaceItem = z.object({
  title: z.string(),
  id: z.string(),
  resultType: z.literal('place'),
  address: PlaceAddress,
  position: Position,
  access: z.array(Position),
  distance: z.int().optional(),
  excursionDistance: z.int().optional(),
  categories: z.array(Category),
  chains: z.array(Chain).optional(),
  contacts: z.array(Contact).optional(),
  openingHours: z.array(OpeningHours).optional(),
  timeZone: TimeZone.optional(),
  extended: z.object({ evStation: EvStation.optional(), evAvailability: EvAvailability.optional() }).optional(),
  highlights: Highlights.optional(),
});
export type PlaceItem = z.infer<typeof PlaceItem>;
