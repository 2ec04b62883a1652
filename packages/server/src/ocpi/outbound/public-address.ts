/** Which addresses are the public internet's: what a server of ours may be sent to by somebody else's words. */
import { BlockList, isIP } from 'node:net';

/** IANA special-purpose registries (RFC 6890 and its updates): everything that is not globally reachable. */
const special = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  special.addSubnet(network, prefix, 'ipv4');
}

/** The only part of IPv6 that is given out for the public internet; within it, what is not, or leads to IPv4 again. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');
const specialInGlobal = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  specialInGlobal.addSubnet(network, prefix, 'ipv6');
}

/** `false` for everything that is no address at all. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return isPublicAddress(mapped);
  switch (isIP(address)) {
    case 4:
      return !special.check(address, 'ipv4');
    case 6:
      return global.check(address, 'ipv6') && !specialInGlobal.check(address, 'ipv6');
    default:
      return false;
  }
}
