/** OCPI 2.3.0 mod_locations, Image. */
import type { Location } from '@pantograph/model/ocpi';
import { openValue } from './enumeration.ts';
import { imageCategoryValues } from './enumerations.ts';
import { fieldSet, withKnownFields } from './fields.ts';
import type { Findings } from './findings.ts';
import type { JsonObject } from './json-object.ts';
import { isJsonObject, isNothing } from './json-object.ts';
import { objects } from './lists.ts';
import { integer, text, unusable } from './values.ts';

type Image = NonNullable<Location['images']>[number];

const fields = fieldSet(['url', 'thumbnail', 'category', 'type', 'width', 'height']);

export function readImages(object: JsonObject, at: string, findings: Findings): Image[] | undefined {
  return objects(object, 'images', at, findings, (entry, path) => readImage(entry, path, findings, 'OTHER'));
}

/** A bare URL is a logo too. */
export function readLogo(object: JsonObject, at: string, findings: Findings): Image | undefined {
  const value = object['logo'];
  if (isNothing(value)) return undefined;
  const path = `${at}/logo`;
  if (isJsonObject(value)) return readImage(value, path, findings, 'OPERATOR');
  const url = typeof value === 'string' ? text(object, 'logo', at, findings) : undefined;
  if (url === undefined) return unusable(value, path, findings);
  findings.add('value_retyped', path, { found: JSON.stringify(url), value: 'a URL' });
  return { url, category: 'OPERATOR', type: typeIn(url) };
}

/** An image without a URL is none. */
function readImage(raw: JsonObject, at: string, findings: Findings, category: string): Image | undefined {
  const object = withKnownFields(raw, fields, at, findings);
  const url = text(object, 'url', at, findings);
  if (url === undefined) return Object.values(raw).every(isNothing) ? undefined : unusable(raw, at, findings);
  return {
    url,
    thumbnail: text(object, 'thumbnail', at, findings),
    category: openValue(imageCategoryValues, object, 'category', at, findings) ?? category,
    type: text(object, 'type', at, findings) ?? typeIn(url),
    width: integer(object, 'width', at, findings),
    height: integer(object, 'height', at, findings),
  };
}

/** The file type that the URL ends in; empty where it tells none. */
function typeIn(url: string): string {
  return /\.([a-z]{3,4})(?:[?#]|$)/i.exec(url)?.[1]?.toLowerCase() ?? '';
}
