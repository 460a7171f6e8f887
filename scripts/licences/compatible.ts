/**
 * Licences under which a package may be used by a program under MIT, and passed on beside it
 * unchanged: permissive ones, one for fonts, and MPL 2.0, whose terms end with its own files
 * (spdx.org/licenses, 2026-11).
 */
const COMPATIBLE = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MPL-2.0",
  "OFL-1.1",
  "PSF-2.0",
  "Python-2.0",
  "Unlicense",
]);

/** Reads an SPDX expression: of what OR joins one is enough, of what AND joins each counts. */
export function isCompatible(expression: string): boolean {
  const tokens = expression.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;

  function either(): boolean {
    let isFine = each();
    while (tokens[at] === "OR") {
      at += 1;
      isFine = each() || isFine;
    }
    return isFine;
  }

  function each(): boolean {
    let isFine = one();
    while (tokens[at] === "AND") {
      at += 1;
      isFine = one() && isFine;
    }
    return isFine;
  }

  function one(): boolean {
    const token = tokens[at];
    at += 1;
    if (token !== "(") return COMPATIBLE.has(token ?? "");
    const isFine = either();
    at += 1;
    return isFine;
  }

  const isFine = either();
  // What is left over, an exception for example, was not understood.
  return isFine && at === tokens.length;
}
