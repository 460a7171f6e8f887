/** Which addresses of the internet may be fetched from. */
import ipaddr from "ipaddr.js";

/** All that was ever given out (RFC 4291, section 2.4); `::127.0.0.1` is unicast too, and is not in it. */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");

/** Whether an IP address is one of the public internet, whatever it is written as or wrapped in. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // IPv4 in IPv6 (::ffff:10.0.0.1) counts as what is in it; translated and tunnelled IPv4 (NAT64,
  // 6to4, Teredo) have ranges of their own and are refused with every other special one.
  const parsed = ipaddr.process(address);
  return parsed.range() === "unicast" && (!isIPv6(parsed) || parsed.match(GLOBAL_UNICAST));
}

function isIPv6(address: ipaddr.IPv4 | ipaddr.IPv6): address is ipaddr.IPv6 {
  return address.kind() === "ipv6";
}

/** The address that the host of a URL is, without brackets; null for a name. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.replace(/^\[|\]$/g, "");
  return ipaddr.isValid(bare) ? bare : null;
}
