/** Fields of v2's answers where v3 has them. Rules: guide, object model, operator; contract v3, location and connectorGroup. */
import type { Node } from 'web-tree-sitter';
import type { TextEdit } from '../change.ts';
import type { Rewriter } from './rewriter.ts';
import {
  chainOf,
  insert,
  isAssigned,
  isPure,
  memberOf,
  membersIn,
  renamed,
  replace,
  signatureOf,
  standsAlone,
  typeOf,
  withoutLine,
} from './syntax.ts';

const newNames = new Map([
  ['poolId', 'id'],
  ['latitude', 'lat'],
  ['longitude', 'lng'],
  ['position', 'location'],
  ['streetNumber', 'houseNumber'],
  ['pools', 'items'],
  ['numberOfConnectors', 'connectorCount'],
  ['numberOfAvailable', 'availableConnectorCount'],
  ['cpoEvseEMI3Id', 'evseId'],
  ['cpoEvseId', 'uid'],
  ['state', 'status'],
]);

const rename: Rewriter = (node) => {
  const to = newNames.get(fieldIn(node));
  return to === undefined ? undefined : renamed(node, to);
};

const fieldIn = (node: Node): string => (node.type === 'string' ? node.text.slice(1, -1) : node.text);

/** `a.evStations.evStation` is `a.items`. */
const stationList: Rewriter = (node) => {
  const member = memberOf(node);
  if (member !== undefined)
    return node.text === 'evStations' ? throughWrapper(member, 'evStation', 'items') : undefined;
  return withoutWrapper(node, 'evStation', 'items');
};

/** `s.connectors.connector` is `(s.connectorGroups ?? [])`: a location without any known power has none. */
const connectorList: Rewriter = (node) => {
  const inner = memberOf(node);
  const outer = inner?.childForFieldName('object');
  const base = outer?.type === 'member_expression' ? outer.childForFieldName('object') : undefined;
  if (inner !== undefined && outer != null && base != null) {
    if (isAssigned(inner)) return undefined;
    const read = `${chainOf(outer)}connectorGroups ?? []`;
    const [open, close] = standsAlone(inner) ? ['', ''] : ['(', ')'];
    return [insert(base.startIndex, open), { start: base.endIndex, end: inner.endIndex, text: `${read}${close}` }];
  }
  const wrapper = signatureOf(node)?.parent?.parent?.parent;
  const name = wrapper?.type === 'property_signature' ? wrapper.childForFieldName('name') : undefined;
  return name?.text === 'connectors' ? withoutWrapper(name, 'connector', 'connectorGroups?') : undefined;
};

function throughWrapper(member: Node, inner: string, name: string): TextEdit[] | undefined {
  const base = member.childForFieldName('object');
  const outer = member.parent;
  if (base === null || outer?.type !== 'member_expression') return undefined;
  if (outer.childForFieldName('property')?.text !== inner || isAssigned(outer)) return undefined;
  return [{ start: base.endIndex, end: outer.endIndex, text: `${chainOf(member)}${name}` }];
}

/** `wrapper: { inner: T }` is `name: T`. */
function withoutWrapper(name: Node, inner: string, to: string): TextEdit[] | undefined {
  const signature = signatureOf(name);
  const members = signature === undefined ? undefined : membersIn(typeOf(signature));
  const [only, ...others] = members ?? [];
  if (signature === undefined || only === undefined || others.length > 0) return undefined;
  const type = typeOf(only);
  if (only.childForFieldName('name')?.text !== inner || type === undefined) return undefined;
  return [replace(signature, `${to}: ${type.text}`)];
}

const counts: Rewriter = (node) => (node.text === 'chargingPoint' ? withoutLevel(node) : rename(node));

/** The level falls away: what was below it is where it was. */
function withoutLevel(node: Node): TextEdit[] | undefined {
  const member = memberOf(node);
  const base = member?.childForFieldName('object');
  if (member !== undefined && base != null) return [{ start: base.endIndex, end: member.endIndex, text: '' }];
  const signature = signatureOf(node);
  const type = signature === undefined ? undefined : typeOf(signature);
  if (signature === undefined || type === undefined) return undefined;
  const members = membersIn(type);
  if (members !== undefined) return [replace(signature, members.map(({ text }) => text).join('; '))];
  const owner = signature.parent?.parent;
  const body = owner?.type === 'interface_declaration' ? owner.childForFieldName('body') : undefined;
  if (body == null || type.type !== 'type_identifier') return undefined;
  const isExtending = owner?.namedChildren.some((each) => each?.type.includes('extends')) === true;
  return [insert(body.startIndex, `${isExtending ? ', ' : 'extends '}${type.text} `), withoutLine(signature)];
}

/** `connectorDetails.pricing` is `pricing`, which the reading of a location adds to its groups. */
const flat: Rewriter = (node) => {
  if (node.text !== 'connectorDetails') return undefined;
  const member = memberOf(node);
  if (member !== undefined) {
    const isPricing = member.parent?.childForFieldName('property')?.text === 'pricing';
    return isPricing ? withoutLevel(node) : undefined;
  }
  const signature = signatureOf(node);
  const members = signature === undefined ? undefined : membersIn(typeOf(signature));
  const isPricing = members?.length === 1 && members[0]?.childForFieldName('name')?.text === 'pricing';
  return isPricing ? withoutLevel(node) : undefined;
};

const renamedField: Rewriter = (node) => {
  if (node.text !== 'stations') return rename(node);
  const member = memberOf(node);
  const pool = member?.childForFieldName('object');
  // A location is pool and station in one.
  if (member !== undefined && pool != null) return isPure(pool) ? [replace(member, `[${pool.text}]`)] : undefined;
  const signature = signatureOf(node);
  const members = signature === undefined ? undefined : membersIn(typeOf(signature));
  return signature === undefined || members === undefined
    ? undefined
    : [replace(signature, members.map(({ text }) => text).join('; '))];
};

const brand: Rewriter = (node) => {
  if (node.text !== 'brand') return undefined;
  const member = memberOf(node);
  const object = member?.childForFieldName('object');
  if (member !== undefined && object != null) {
    if (!isPure(object) || isAssigned(member)) return undefined;
    const from = `${object.text}${chainOf(member)}`;
    const name = `${from}suboperator?.name ?? ${from}operator?.name`;
    return [replace(member, standsAlone(member) ? name : `(${name})`)];
  }
  const signature = signatureOf(node);
  if (signature === undefined) return undefined;
  const indent = ' '.repeat(signature.startPosition.column);
  return [replace(signature, `operator?: { name: string };\n${indent}suboperator?: { name: string }`)];
};

const statusField: Rewriter = (node) => (node.text === 'id' ? renamed(node, 'uid') : rename(node));

export const fieldRewriters: Readonly<Record<string, Rewriter>> = {
  'pool-id': rename,
  'station-list': stationList,
  'connector-list': connectorList,
  'charging-point-counts': counts,
  'flat-station': flat,
  'renamed-field': renamedField,
  'operator-brand': brand,
  'status-field': statusField,
};
