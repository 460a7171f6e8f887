/** A way to a server that can swallow everything, as a broken network does. */
import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { z } from "zod";

/** Returns the address by way of it. `swallow` keeps connections open and passes nothing on. */
export async function throughBlackHole(url: string) {
  const { hostname, port: targetPort } = new URL(url);
  let isSwallowing = false;
  const sockets = new Set<Socket>();

  function pass(from: Socket, to: Socket): void {
    sockets.add(from);
    from.on("data", (bytes) => {
      if (!isSwallowing) to.write(bytes);
    });
    from.on("close", () => {
      sockets.delete(from);
      if (!isSwallowing) to.destroy();
    });
    from.on("error", () => {});
  }

  const server = createServer((client) => {
    const upstream = connect(Number(targetPort), hostname);
    pass(client, upstream);
    pass(upstream, client);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const way = new URL(url);
  way.port = `${port}`;
  return {
    url: way.href,
    setSwallowing: (swallow: boolean) => {
      isSwallowing = swallow;
    },
  };
}
