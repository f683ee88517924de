import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import type { Context } from 'hono';
import type { Config } from '../config.ts';

/** This machine, by whichever of its addresses. */
const LOOPBACK = 'loopback';

/**
 * What tells one visitor's connection from another's, never to be stored or logged: an IPv4 address, or the /64 that an
 * IPv6 subscriber has to itself. Where a proxy is ours but names no visitor, it is the proxy's own: nobody gets round a
 * limit by leaving a header out. Undefined where nothing tells: no proxy is ours and the connection comes from this
 * machine, and so from a proxy that TRUST_PROXY does not count, or from whoever sits at it.
 */
export function clientNetwork(c: Context, config: Config): string | undefined {
  if (config.trustProxy > 0) return anyNetwork(c, config);
  return visitorIn(connected(c));
}

/** The same where this machine's own connections count as well: whoever guesses passwords may sit at it. */
export function anyNetwork(c: Context, { trustProxy }: Config): string | undefined {
  const own = connected(c);
  return (trustProxy > 0 ? visitorIn(forwarded(c, trustProxy)) : undefined) ?? networkOf(own);
}

/** The network of an address that can be a visitor's; this machine's own is nobody's. */
function visitorIn(address: string | undefined): string | undefined {
  const network = networkOf(address);
  return network === LOOPBACK ? undefined : network;
}

function connected(c: Context): string | undefined {
  // Of the Node adapter; an app that is called without a socket has none.
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage };
  return incoming?.socket.remoteAddress;
}

/** Each proxy appends what it saw; the entry of our outermost proxy is the visitor. */
function forwarded(c: Context, proxies: number): string | undefined {
  const hops = (c.req.header('X-Forwarded-For') ?? '')
    .split(',')
    .map((hop) => hop.trim())
    .filter((hop) => hop !== '');
  return hops.at(-Math.min(proxies, hops.length));
}

function networkOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  // Some proxies add the port, and put an IPv6 address that has one in brackets.
  const bare = text.replace(/^\[(.*)\](:\d+)?$/, '$1').replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1');
  const address = (bare.split('%', 1)[0] ?? '').toLowerCase();
  const mapped = mappedIn(address) ?? address;
  if (isIP(mapped) === 4) return mapped.startsWith('127.') ? LOOPBACK : mapped;
  if (isIP(mapped) !== 6) return undefined;
  const groups = groupsOf(mapped);
  if (groups.slice(0, 7).every((group) => group === '0') && groups[7] === '1') return LOOPBACK;
  return `${groups.slice(0, 4).join(':')}::/64`;
}

/** The groups of an IPv6 address, zeros written out. */
function groupsOf(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const last = tail === undefined || tail === '' ? [] : tail.split(':');
  // An IPv4 address at the end stands for two groups.
  const width = last.length + (last.at(-1)?.includes('.') ? 1 : 0);
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - width);
  return [...groups, ...Array<string>(zeros).fill('0'), ...last].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}

/** The IPv4 address that an IPv6 one stands for, as ::ffff:203.0.113.5 and ::ffff:cb00:7105 do. */
function mappedIn(address: string): string | undefined {
  if (isIP(address) !== 6) return undefined;
  const groups = groupsOf(address);
  if (groups.slice(0, 6).join(':') !== '0:0:0:0:0:ffff') return undefined;
  const last = groups.slice(6);
  if (last.length === 1) return last[0];
  const bytes = last.flatMap((group) => {
    const value = Number.parseInt(group, 16);
    return [value >> 8, value & 0xff];
  });
  return bytes.join('.');
}
