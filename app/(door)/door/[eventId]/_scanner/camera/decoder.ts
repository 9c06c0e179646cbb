import type { DecodeReply, DecodeRequest } from "./decode.worker";
import { startDecodeWorker } from "./start-decode-worker";

/** Reads the QR codes in what a video shows at this moment. */
export type Decoder = { read: (video: HTMLVideoElement) => Promise<string[]>; close: () => void };

type NativeDetector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type NativeDetectorClass = {
  new (options: { formats: string[] }): NativeDetector;
  getSupportedFormats: () => Promise<string[]>;
};

/** The browser's own decoder where it has one for QR codes, else ours in a worker. */
export async function createDecoder(): Promise<Decoder> {
  return (await findNativeDecoder()) ?? createWorkerDecoder();
}

async function findNativeDecoder(): Promise<Decoder | null> {
  const { BarcodeDetector: Detector } = globalThis as { BarcodeDetector?: NativeDetectorClass };
  if (!Detector) return null;
  try {
    if (!(await Detector.getSupportedFormats()).includes("qr_code")) return null;
    const detector = new Detector({ formats: ["qr_code"] });
    return { read: async (video) => (await detector.detect(video)).map((code) => code.rawValue), close: () => {} };
  } catch {
    return null;
  }
}

function createWorkerDecoder(): Decoder {
  const worker = startDecodeWorker();
  const waiting = new Map<number, { resolve: (texts: string[]) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let fault: Error | undefined;
  worker.onmessage = ({ data }: MessageEvent<DecodeReply>) => {
    if ("ready" in data) return;
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) asker?.reject(new Error(data.error));
    else asker?.resolve(data.texts);
  };
  worker.onerror = (event) => {
    fault = new Error(event.message);
    for (const { reject } of waiting.values()) reject(fault);
    waiting.clear();
  };
  return {
    async read(video) {
      const frame = await takeFrame(video);
      if (fault) throw fault;
      const id = ++lastId;
      const answer = new Promise<string[]>((resolve, reject) => waiting.set(id, { resolve, reject }));
      const request: DecodeRequest = { id, frame };
      worker.postMessage(request, "close" in frame ? [frame] : [frame.data.buffer]);
      return answer;
    },
    close: () => worker.terminate(),
  };
}

// Where a worker has no canvas the pixels are copied out here.
async function takeFrame(video: HTMLVideoElement): Promise<ImageBitmap | ImageData> {
  if (typeof OffscreenCanvas !== "undefined") return createImageBitmap(video);
  const canvas = document.createElement("canvas");
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives no canvas");
  context.drawImage(video, 0, 0);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
