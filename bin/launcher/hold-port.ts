import { once } from "node:events";
import { createServer } from "node:http";
import { isPortFree } from "@/lib/platform/embedded/find-free-port";
import { StartFault } from "./start-fault";

/**
 * Takes the site's port until the site starts, which may be a minute of building later, so that neither another program nor the database or
 * mail recorder of this very start gets it; who comes early is told with a 503 to come again. Rejects with a StartFault when it is
 * taken. The port is free again once the release has resolved.
 */
export async function holdPort(port: number, address: string): Promise<() => Promise<void>> {
  const server = createServer((_request, response) => {
    const headers = { "content-type": "text/plain; charset=utf-8", "retry-after": "5" };
    response.writeHead(503, headers).end("Turnout is starting. Reload this page in a moment.\n");
  });
  // A port taken on ::1 alone is one where "localhost" would lead elsewhere.
  if (!(await isPortFree(port, "::1"))) throw portTaken(port);
  try {
    server.listen({ port, host: address, exclusive: true });
    await once(server, "listening");
  } catch (error) {
    throw explained(error, port, address);
  }
  return async () => {
    server.close();
    server.closeAllConnections();
    await once(server, "close");
  };
}

function explained(error: unknown, port: number, address: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return portTaken(port);
  if (code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT" || code === "EINVAL")
    return new StartFault(
      `BIND_ADDRESS: ${address} is no address of this machine; leave it out to listen on all of them.`,
    );
  if (code === "EACCES")
    return new StartFault(
      `PORT: this user may not listen on ${port}; set one above 1023, and let a proxy serve ${port}.`,
    );
  return error;
}

function portTaken(port: number): StartFault {
  return new StartFault(
    `Port ${port} is taken by another program.\nSet PORT to a free one, for example: PORT=${port < 60_000 ? port + 100 : 3000} bin/start`,
  );
}
