import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { CasusError } from '../../../core/base/error.ts';
import type { AddressGuard } from './address-guard.ts';

export interface AgentOptions {
  /** Which network addresses may be connected to. */
  readonly isAllowed: AddressGuard;
  readonly connectTimeoutMs: number;
  /** How names become addresses. Default: that of the system. */
  readonly lookup?: LookupFunction | undefined;
}

/**
 * An HTTP agent that connects to allowed addresses only. A host that is an address is checked as such, because it is never
 * looked up; of a name every address that it has is checked, so that one bad among good refuses it; and the address that
 * the socket is connected to is checked before a byte is sent, so that a name that changes its mind between two questions
 * (DNS rebinding) gains nothing. Redirects are not followed here: each is a new request with the same checks.
 */
export function guardedAgent({ isAllowed, connectTimeoutMs, lookup = lookUp as LookupFunction }: AgentOptions): Agent {
  const connect = buildConnector({ timeout: connectTimeoutMs, lookup: guardedLookup(lookup, isAllowed) });
  return new Agent({
    connect(options, callback) {
      const host = options.hostname.replace(/^\[|\]$/g, '');
      if (isIP(host) !== 0 && !isAllowed(host)) {
        callback(refused(host), null);
        return;
      }
      connect(options, (error, socket) => {
        if (error !== null || socket === null) {
          callback(error ?? new Error('no connection'), null);
        } else if (isAllowed(socket.remoteAddress ?? '')) {
          callback(null, socket);
        } else {
          const address = socket.remoteAddress ?? 'unknown';
          socket.destroy();
          callback(refused(host, address), null);
        }
      });
    },
    // A new connection for each request: one that is kept could be one to an address of a name that has moved.
    pipelining: 0,
    maxHeaderSize: 64 * 1024,
  });
}

function guardedLookup(lookup: LookupFunction, isAllowed: AddressGuard): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error === null) {
        const addresses = Array.isArray(found) ? found.map(one => one.address) : [found];
        const bad = addresses.find(address => !isAllowed(address));
        if (bad !== undefined) {
          callback(refused(hostname, bad), found, family);
          return;
        }
      }
      callback(error, found, family);
    });
  };
}

function refused(host: string, address: string = host): CasusError {
  const detail = address === host ? 'it is not of the public internet' : `${address} is not of the public internet`;
  return new CasusError('address-refused', host, { detail });
}
