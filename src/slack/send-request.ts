/** One request over the network, of which is known whether it has left this machine. */
import { request as requestByHttp } from "node:http";
import { request as requestByHttps } from "node:https";
import type { Socket } from "node:net";
import { text } from "node:stream/consumers";

export type OutgoingRequest = {
  url: URL;
  headers: Record<string, string>;
  body: string;
  /** For the whole of it, the body of the answer included. */
  timeoutMs: number;
  /** Asked once, when nothing is left to do but to send. */
  mayStart: () => boolean;
};

export type IncomingAnswer = { status: number; retryAfter: string | null; text: string };

/** The request has not left this machine. */
export class UnsentError extends Error {}

/** Posts once; a redirection is an answer like any other. Rejects with UnsentError or another. */
export function sendRequest({
  url,
  headers,
  body,
  timeoutMs,
  mayStart,
}: OutgoingRequest): Promise<IncomingAnswer> {
  const open = url.protocol === "https:" ? requestByHttps : requestByHttp;
  return new Promise((resolve, reject) => {
    let hasStarted = false;
    const request = open(url, {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      signal: AbortSignal.timeout(timeoutMs),
    });
    request.on("error", (cause) =>
      reject(hasStarted ? cause : new UnsentError(cause.message, { cause })),
    );
    // Node writes nothing before the end of the request: a process that was frozen while it
    // connected finds out here that its time is over.
    request.on("socket", (socket) =>
      whenConnected(socket, url, () => {
        if (!mayStart()) return request.destroy(new Error("it was too late to start"));
        hasStarted = true;
        request.end(body);
      }),
    );
    request.on("response", (response) => {
      const { statusCode: status = 0 } = response;
      const retryAfter = response.headers["retry-after"] ?? null;
      text(response).then((read) => resolve({ status, retryAfter, text: read }), reject);
    });
  });
}

function whenConnected(socket: Socket, url: URL, go: () => void): void {
  if (socket.connecting) socket.once(url.protocol === "https:" ? "secureConnect" : "connect", go);
  else go();
}
