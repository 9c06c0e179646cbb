import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export type Flood = {
  /** How many half-sent requests the server has ended so far. */
  ended: () => number;
  /** Answers other than that the request came too late. */
  odd: string[];
  stop: () => void;
};

const paths = ["/sign-in", "/api/registrations", "/api/auth/token", "/api/checkin"];

/**
 * One client with an address of its own that keeps so many requests half sent, some of which do not
 * even end their headers; whatever the server ends is begun anew. Resolves once all are open.
 */
export async function startFlood(url: string, sockets: number): Promise<Flood> {
  const { hostname, port } = new URL(url);
  const open = new Set<Socket>();
  const odd: string[] = [];
  let [ended, isOver] = [0, false];

  function begin(nth: number): void {
    const socket = connect({ host: hostname, port: Number(port), localAddress: "127.0.0.2" });
    open.add(socket);
    const head = `POST ${paths[nth % paths.length]} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${url}\r\n`;
    const rest = "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{";
    socket.on("connect", () => socket.write(nth % 5 === 4 ? head : head + rest));
    socket.on("data", (said) => {
      const status = said.toString("latin1", 9, 12);
      if (said.toString("latin1", 0, 5) === "HTTP/" && status !== "408") odd.push(status);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      open.delete(socket);
      if (isOver) return;
      ended += 1;
      setTimeout(() => isOver || begin(nth), 50);
    });
  }

  for (let nth = 0; nth < sockets; nth++) {
    begin(nth);
    if (nth % 100 === 99) await sleep(20);
  }
  return {
    ended: () => ended,
    odd,
    stop: () => {
      isOver = true;
      for (const socket of open) socket.destroy();
    },
  };
}
