/** A worker that reads codes. The one place that names its script: the bundler makes a file for each, of which the page would keep one. */
export function startDecodeWorker(): Worker {
  return new Worker(new URL("./decode.worker.ts", import.meta.url));
}
