/** A site on this machine that tests fetch from. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Serves paths on loopback; every request is noted. */
export async function openSite(paths: Readonly<Record<string, Handler>>) {
  const requests: { path: string; headers: IncomingMessage["headers"] }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    requests.push({ path, headers: request.headers });
    const handler = paths[path.split("?")[0] ?? path];
    if (handler) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (typeof address !== "object" || !address) throw new Error("The site has no port.");
  const host = `127.0.0.1:${address.port}`;
  return {
    host,
    port: address.port,
    url: (path: string) => `http://${host}${path}`,
    requests,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with a text of a type. */
export function text(
  type: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Handler {
  return (_, response) => response.writeHead(200, { "content-type": type, ...headers }).end(body);
}
