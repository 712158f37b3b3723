import { expect, test } from 'vitest';
import { publicAddresses } from './address-guard.ts';

const isPublic = publicAddresses();

test.each([
  // This machine, private networks, the networks between.
  ['127.0.0.1', false],
  ['127.255.255.254', false],
  ['0.0.0.0', false],
  ['10.0.0.1', false],
  ['172.16.0.1', false],
  ['172.31.255.255', false],
  ['192.168.1.1', false],
  ['100.64.0.1', false],
  // Where clouds keep their secrets.
  ['169.254.169.254', false],
  ['fd00:ec2::254', false],
  ['fe80::1%eth0', false],
  // Broadcast, multicast, reserved, documentation.
  ['255.255.255.255', false],
  ['224.0.0.1', false],
  ['240.0.0.1', false],
  ['192.0.2.1', false],
  ['ff02::1', false],
  ['2001:db8::1', false],
  // IPv4 in the clothes of IPv6.
  ['::1', false],
  ['[::1]', false],
  ['::', false],
  ['::127.0.0.1', false],
  ['::ffff:127.0.0.1', false],
  ['::ffff:7f00:1', false],
  ['::ffff:10.0.0.1', false],
  ['64:ff9b::7f00:1', false],
  ['2002:7f00:1::', false],
  // No address at all.
  ['', false],
  ['localhost', false],
  ['0x7f000001', false],
  ['2130706433', false],
  ['127.1', false],
  // The public internet.
  ['93.184.216.34', true],
  ['172.32.0.1', true],
  ['100.128.0.1', true],
  ['::ffff:93.184.216.34', true],
  ['2606:2800:220:1::1', true],
])('%s', (address, expected) => expect(isPublic(address)).toBe(expected));
