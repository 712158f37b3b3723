import { BlockList, isIP, isIPv6 } from 'node:net';

/**
 * Networks that no report is published in (IANA special-purpose registries): loopback, private, link-local (where clouds
 * keep their secrets), carrier-grade, multicast, documentation, and the IPv6 forms in which an IPv4 address can hide.
 */
const REFUSED: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

/** Whether a network address is one of the public internet. What is no address at all is not. */
export type AddressGuard = (address: string) => boolean;

export function publicAddresses(): AddressGuard {
  const refused = new BlockList();
  for (const network of REFUSED) {
    const [address = '', prefix] = network.split('/');
    refused.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return address => {
    const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
    // The list looks an IPv4 address in the clothes of IPv6 (`::ffff:…`) up as what it is.
    const family = isIP(bare);
    return family !== 0 && !refused.check(bare, family === 6 ? 'ipv6' : 'ipv4');
  };
}
