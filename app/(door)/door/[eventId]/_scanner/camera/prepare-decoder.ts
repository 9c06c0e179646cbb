import type { DecodeReply } from "./decode.worker";
import { startDecodeWorker } from "./start-decode-worker";

/** Loads our own code reader, with its addresses for the cache; also where the browser has one, which may yet fail at the door. */
export function prepareDecoder(): Promise<string[]> {
  const worker = startDecodeWorker();
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<DecodeReply>) => {
      if (!("ready" in data)) return;
      worker.terminate();
      resolve(data.ready);
    };
    worker.onerror = ({ message }) => reject(new Error(message));
  });
}
