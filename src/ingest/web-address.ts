/** Addresses that can be fetched; apart from what fetches, which is loaded when it is needed. */
import { FetchError } from "./fetch-error.ts";

/** An http or https address without a name and password, whole or relative to another. */
export function webAddress(text: string, base?: URL): URL {
  const url = URL.parse(text.trim(), base?.href);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password || !url.hostname)
    throw new FetchError({ kind: "not-a-web-address", value: text.slice(0, 200) });
  url.hash = "";
  return url;
}
