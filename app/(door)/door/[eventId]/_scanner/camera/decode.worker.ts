import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

export type DecodeRequest = { id: number; frame: ImageBitmap | ImageData };
/** `ready` names what this worker was loaded from, so that it can be kept for a time without network. */
export type DecodeReply = { id: number; texts: string[] } | { id: number; error: string } | { ready: string[] };

// The bundler copies the decoder out of its package, so that it comes from this site and never from elsewhere.
const wasmUrl = new URL("zxing-wasm/reader/zxing_reader.wasm", import.meta.url).href;
const reply = (message: DecodeReply) => self.postMessage(message);

prepareZXingModule({ overrides: { locateFile: () => wasmUrl }, fireImmediately: true }).then(
  () => reply({ ready: [new URL(self.location.href).pathname, new URL(wasmUrl, self.location.origin).pathname] }),
  () => {},
);

let canvas: OffscreenCanvas | undefined;

function pixelsOf(frame: ImageBitmap | ImageData): ImageData {
  if (!("close" in frame)) return frame;
  const { width, height } = frame;
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("this browser gives no canvas to a worker");
  context.drawImage(frame, 0, 0);
  frame.close();
  return context.getImageData(0, 0, width, height);
}

async function decode({ id, frame }: DecodeRequest): Promise<DecodeReply> {
  try {
    const found = await readBarcodes(pixelsOf(frame), { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 3 });
    return { id, texts: found.filter((code) => code.isValid).map((code) => code.text) };
  } catch (error) {
    return { id, error: String(error) };
  }
}

self.onmessage = async ({ data }: MessageEvent<DecodeRequest>) => reply(await decode(data));
