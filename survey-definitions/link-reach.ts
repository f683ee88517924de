/** Who can open a link: only the computer that serves it, whatever stands in one network with it, or anybody. */
export type LinkReach = 'this-machine' | 'same-network' | 'anywhere';

const V4 = /^\d+(\.\d+){3}$/;
/** Beginnings of IPv4 addresses; a domain may begin so, too. */
const V4_HERE = /^(127|0)\./;
const V4_PRIVATE =
  // The last is what a carrier or a private overlay network hands out.
  /^(10|192\.168|169\.254|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const HERE = /^localhost$|\.localhost$|^\[::1?\]$|^\[::ffff:7f/;
// A name without a dot is known to the office's own name server at most.
const NEAR = /^\[f[cd]|^\[fe[89ab]|\.(local|lan|internal|intranet|home\.arpa)$|^[^.[\]]+$/;

/** Judged by the host alone; a text that is no address reaches nobody else. */
export function linkReach(link: string): LinkReach {
  const host = hostOf(link);
  if (host === undefined) return 'this-machine';
  const [here, near] = V4.test(host) ? [V4_HERE, V4_PRIVATE] : [HERE, NEAR];
  if (here.test(host)) return 'this-machine';
  return near.test(host) ? 'same-network' : 'anywhere';
}

/** As the browser reads it: `127.1`, `0x7f000001` and `LOCALHOST.` come out as what they mean. */
function hostOf(link: string): string | undefined {
  try {
    return new URL(link).hostname.toLowerCase().replace(/\.$/, '');
  } catch {
    return undefined;
  }
}
