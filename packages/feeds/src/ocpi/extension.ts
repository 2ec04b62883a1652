/** What v3 has and OCPI lacks, from the custom property `pantograph`; unusable parts of it are left out, not the whole. */
import { EMobilityServiceProvider, LocationExtension, TariffExtension, partnerIdOf } from '@pantograph/model/location';
import type { Evse } from '@pantograph/model/ocpi';
import type { z } from 'zod';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing } from './json-object.ts';
import { unusable } from './values.ts';

/** The custom property of locations and tariffs. */
export const EXTENSION_FIELD = 'pantograph';

const AT = `/${EXTENSION_FIELD}`;

const locationFields = fieldSet(Object.keys(LocationExtension.shape));
const tariffFields = fieldSet(Object.keys(TariffExtension.shape));

/** Charge cards that EVSEs accept (OCPI 2.3.0) are the location's eMSPs too. */
export function locationExtension(location: JsonObject, evses: readonly Evse[], findings: Findings): LocationExtension {
  const said = extensionObject(location, findings);
  const accepted = new Set(evses.flatMap((evse) => evse.accepted_service_providers ?? []));
  if (said === undefined && accepted.size === 0) return {};
  const object = withKnownFields(said ?? {}, locationFields, AT, findings);
  const listed = object['eMobilityServiceProviders'];
  const providers = [...(Array.isArray(listed) ? (listed as unknown[]) : []), ...accepted].map(withPartnerId);
  if (providers.length === 0) return usableParts(LocationExtension, object, findings);
  return usableParts(LocationExtension, { ...object, eMobilityServiceProviders: distinct(providers) }, findings);
}

export function tariffExtension(tariff: JsonObject, findings: Findings): TariffExtension {
  const said = extensionObject(tariff, findings);
  if (said === undefined) return {};
  const object = withKnownFields(said, tariffFields, AT, findings);
  const provider = object['eMobilityServiceProvider'];
  if (isNothing(provider)) return usableParts(TariffExtension, object, findings);
  return usableParts(TariffExtension, { ...object, eMobilityServiceProvider: withPartnerId(provider) }, findings);
}

function extensionObject(owner: JsonObject, findings: Findings): JsonObject | undefined {
  const raw = owner[EXTENSION_FIELD];
  if (isNothing(raw)) return undefined;
  return isJsonObject(raw) ? raw : unusable(raw, AT, findings);
}

/** As a whole where it is right, which is nearly always; else field by field, and lists entry by entry. */
function usableParts<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  object: JsonObject,
  findings: Findings,
): z.infer<z.ZodObject<Shape>> {
  const whole = schema.safeParse(object);
  if (whole.success) return whole.data;
  const bad = new Set(whole.error.issues.map((issue) => String(issue.path[0])));
  for (const issue of whole.error.issues) {
    const problem = `${issue.path.map(String).join('.')}: ${issue.message}`.slice(0, 200);
    findings.add('extension_unusable', AT, { problem });
  }
  return schema.parse(
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, usablePart(schema, bad, key, value)])),
  );
}

function usablePart<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  bad: ReadonlySet<string>,
  key: string,
  value: unknown,
): unknown {
  if (!bad.has(key)) return value;
  const field: unknown = schema.shape[key];
  if (!Array.isArray(value) || !isFieldSchema(field)) return undefined;
  const usable = (value as unknown[]).filter((entry) => field.safeParse([entry]).success);
  return usable.length > 0 ? usable : undefined;
}

function isFieldSchema(field: unknown): field is z.ZodType {
  return typeof field === 'object' && field !== null && 'safeParse' in field;
}

const partnerIds = new Map<string, string>();
const REMEMBERED_PARTNERS = 10_000;

function partnerIdFor(name: string): string {
  let id = partnerIds.get(name);
  if (id === undefined) {
    id = partnerIdOf(name);
    if (partnerIds.size >= REMEMBERED_PARTNERS) partnerIds.clear();
    partnerIds.set(name, id);
  }
  return id;
}

/** A bare name is a provider; one without a partner id gets the one that its name has everywhere. */
function withPartnerId(provider: unknown): unknown {
  if (typeof provider === 'string') return { name: provider, partnerId: partnerIdFor(provider) };
  if (!isJsonObject(provider)) return provider;
  const { name, partnerId } = provider;
  return typeof name === 'string' && isNothing(partnerId) ? { ...provider, partnerId: partnerIdFor(name) } : provider;
}

/** The first of each partner id. */
function distinct(providers: readonly unknown[]): unknown[] {
  const seen = new Set<string>();
  return providers.filter((provider) => {
    const read = EMobilityServiceProvider.safeParse(provider);
    if (!read.success) return true;
    const isNew = !seen.has(read.data.partnerId);
    seen.add(read.data.partnerId);
    return isNew;
  });
}
