/** Bytes as text, whatever encoding they are in or claim to be in. */

const BYTE_ORDER_MARKS: readonly [string, readonly number[]][] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16be", [0xfe, 0xff]],
  ["utf-16le", [0xff, 0xfe]],
];
/** Where pages and feeds name their encoding (HTML, section 13.2.3.2, and XML, section 4.3.3). */
const DECLARED =
  /<\?xml[^>]*\sencoding\s*=\s*["']([\w:-]+)["']|<meta[^>]*\bcharset\s*=\s*["']?\s*([\w:-]+)/i;
const DECLARATION_BYTES = 2_048;
const SAMPLE_BYTES = 20_000;

/** Decodes by its mark, as UTF-8 if it is that, by its sender's word, by its own, or by its letters. */
export function decodeText(bytes: Uint8Array, contentType = ""): string {
  const mark = BYTE_ORDER_MARKS.find(([, start]) => start.every((byte, at) => bytes[at] === byte));
  const said = /charset\s*=\s*["']?([\w:-]+)/i.exec(contentType)?.[1];
  const beginning = new TextDecoder("latin1").decode(bytes.subarray(0, DECLARATION_BYTES));
  const declared = DECLARED.exec(beginning);
  // Text in another encoding is hardly ever UTF-8 by chance, and senders are often wrong.
  const candidates = [mark?.[0], "utf-8", said, declared?.[1] ?? declared?.[2]];
  for (const encoding of candidates) {
    const text = encoding === undefined ? null : decodeExactly(bytes, encoding);
    if (text !== null) return text;
  }
  return new TextDecoder(likelyEncoding(bytes)).decode(bytes);
}

/** Null where the encoding is unknown, or the bytes are not in it. */
function decodeExactly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Of what is left, Russian pages have most of their letters in the upper half. */
function likelyEncoding(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const high = sample.filter((byte) => byte >= 0x80).length;
  const letters = sample.filter((byte) => /[A-Za-z]/.test(String.fromCharCode(byte))).length;
  return high > letters / 2 ? "windows-1251" : "windows-1252";
}
