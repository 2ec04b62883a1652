/** What v3 has and OCPI lacks, from the custom property `pantograph`; unusable parts of it are left out, not the whole. */
import { EMobilityServiceProvider, LocationExtension, TariffExtension, partnerIdOf } from '@pantograph/model/location';
import type { Evse } from '@pantograph/model/ocpi';
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
  const schema: ObjectSchema<LocationExtension> = LocationExtension;
  const whole = schema.safeParse({ ...object, eMobilityServiceProviders: providers });
  if (whole.success) return withDistinctProviders(whole.data);
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

interface PartSchema {
  safeParse(value: unknown): { readonly success: boolean };
}

/** What is needed of a schema of the model. */
interface ObjectSchema<T> {
  readonly shape: Readonly<Record<string, PartSchema>>;
  parse(value: unknown): T;
  safeParse(
    value: unknown,
  ):
    | { readonly success: true; readonly data: T }
    | { readonly success: false; readonly error: { readonly issues: readonly Issue[] } };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** As a whole where it is right, which is nearly always; else field by field, and lists entry by entry. */
function usableParts<T>(schema: ObjectSchema<T>, object: JsonObject, findings: Findings): T {
  const whole = schema.safeParse(object);
  if (whole.success) return whole.data;
  const usable: Record<string, unknown> = { ...object };
  for (const { path, message } of whole.error.issues) {
    const problem = `${path.map(String).join('.')}: ${message}`.slice(0, 200);
    findings.add('extension_unusable', AT, { problem });
    const key = String(path[0]);
    usable[key] = usablePart(schema.shape[key], usable[key]);
  }
  return schema.parse(usable);
}

function usablePart(schema: PartSchema | undefined, value: unknown): unknown {
  if (!Array.isArray(value) || schema === undefined) return undefined;
  const usable = (value as unknown[]).filter((entry) => schema.safeParse([entry]).success);
  return usable.length > 0 ? usable : undefined;
}

const partnerIds = new Map<string, string>();
const REMEMBERED_PARTNERS = 10_000;
const REMEMBERED_NAME_CHARACTERS = 200;

function partnerIdFor(name: string): string {
  let id = partnerIds.get(name);
  if (id === undefined) {
    id = partnerIdOf(name);
    if (partnerIds.size >= REMEMBERED_PARTNERS) partnerIds.clear();
    if (name.length <= REMEMBERED_NAME_CHARACTERS) partnerIds.set(name, id);
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

/** As `distinct`, of providers that are all right. */
function withDistinctProviders(extension: LocationExtension): LocationExtension {
  const providers = extension.eMobilityServiceProviders ?? [];
  const ids = new Set(providers.map(({ partnerId }) => partnerId));
  if (ids.size === providers.length) return extension;
  return { ...extension, eMobilityServiceProviders: providers.filter(({ partnerId }) => ids.delete(partnerId)) };
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
