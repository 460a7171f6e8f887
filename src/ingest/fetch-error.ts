/** Why something could not be fetched. */

export type FetchFault =
  | { kind: "not-a-web-address"; value: string }
  | { kind: "private-address"; host: string }
  | { kind: "unreachable"; host: string; reason: string }
  | { kind: "too-slow"; host: string; seconds: number }
  | { kind: "too-many-redirects"; limit: number }
  | { kind: "too-large"; limitBytes: number }
  | { kind: "wrong-type"; type: string }
  | { kind: "unreadable-encoding"; encoding: string }
  | { kind: "status"; status: number; retryAfter: Date | null }
  | { kind: "forbidden-by-robots"; host: string };

/** Thrown by whatever fetches; `fault` says what a person is told. */
export class FetchError extends Error {
  readonly fault: FetchFault;
  constructor(fault: FetchFault, options?: ErrorOptions) {
    super(`could not fetch: ${JSON.stringify(fault)}`, options);
    this.fault = fault;
  }
}
