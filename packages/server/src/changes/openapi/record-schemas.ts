/** Records of changes as they are described; tests hold what is sent against them. */
import { z } from 'zod';
import type { SchemaNames } from '../../http/docs/openapi/json-schemas.ts';

const cursor = z.string().meta({ description: 'Whoever has this record, and those before it, goes on from here.' });
const contentId = z.string().meta({ description: 'As v3, discovery and v2 take it.' });
const instant = z.string().meta({ format: 'date-time' });

const UpsertRecord = z.object({
  cursor,
  type: z.literal('upsert'),
  contentId,
  location: z.looseObject({ id: z.string() }).meta({
    description: 'The ChargingLocation that `/v3/locations/{id}` answers with the same `fields`; see /docs/v3.',
  }),
});

const StatusRecord = z.object({
  cursor,
  type: z.literal('status'),
  contentId,
  evseUid: z.string().meta({ description: '`uid` of the EVSE in v3.' }),
  evseId: z.string().optional(),
  status: z.string().meta({ description: '`status` of the EVSE in v3, in the dialect asked for.' }),
  modified: instant.meta({ description: '`modified` of the EVSE in v3.' }),
  observedAt: instant.meta({ description: "The source's time." }),
  receivedAt: instant.meta({ description: "This server's time." }),
  source: z.string(),
});

const RemoveRecord = z.object({
  cursor,
  type: z.literal('remove'),
  contentId,
  reason: z.enum(['removed', 'unpublished', 'outside']).meta({
    description: '`outside`: it does not fit the filter, or not any more.',
  }),
  detail: z.string().optional().meta({ description: 'Why the source says it was removed.' }),
  removedAt: instant.optional(),
});

const AliasRecord = z.object({
  cursor,
  type: z.literal('alias'),
  contentId,
  shownAs: z.string().meta({ description: 'The content id under which the place is shown.' }),
});

const EndRecord = z.object({
  cursor,
  type: z.literal('end'),
  more: z.boolean().meta({ description: 'Something waits behind the cursor already.' }),
});

export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    parameter: z.string().optional(),
    action: z.string(),
    correlationId: z.string(),
  })
  .meta({ description: 'RFC 9457 problem details.' });

export const changeRecords = [UpsertRecord, StatusRecord, RemoveRecord, AliasRecord, EndRecord] as const;

export const changeSchemas: SchemaNames = z.registry();
for (const [id, schema] of Object.entries({
  UpsertRecord,
  StatusRecord,
  RemoveRecord,
  AliasRecord,
  EndRecord,
  Problem,
})) {
  changeSchemas.add(schema, { id });
}
