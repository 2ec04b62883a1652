/** The two representations of every v2 answer. */
import { writeXml } from '@pantograph/model/v2';
import type { XmlRoot } from '@pantograph/model/v2';

export type LegacyFormat = 'json' | 'xml';

export function isLegacyFormat(text: string): text is LegacyFormat {
  return text === 'json' || text === 'xml';
}

export const mediaTypes: Readonly<Record<LegacyFormat, string>> = {
  json: 'application/json',
  xml: 'application/xml;charset=UTF-8',
};

/** @param root the name that XML has for the whole and JSON does not. */
export function write(format: LegacyFormat, root: XmlRoot, tree: object): string {
  return format === 'xml' ? writeXml(root, tree) : JSON.stringify(tree);
}
