import { Buffer } from "node:buffer";
import type { CapturedOutput } from "../ports/process-runner.ts";

/** A character is never longer than this in UTF-8. */
const CHARACTER_BYTES_MAX = 4;

/** Keeps the head and the tail of a stream of any length in bounded memory. */
export class OutputCapture {
  readonly #headMax: number;
  readonly #tailMax: number;
  #head = Buffer.alloc(0);
  #headLength = 0;
  #ring = Buffer.alloc(0);
  #ringWritten = 0;

  constructor(bytesMax: number) {
    this.#headMax = Math.ceil(bytesMax / 2);
    this.#tailMax = Math.floor(bytesMax / 2);
  }

  write(chunk: Uint8Array): void {
    const fitting = Math.min(chunk.length, this.#headMax - this.#headLength);
    this.#writeHead(chunk.subarray(0, fitting));
    this.#writeTail(chunk.subarray(fitting));
  }

  captured(): CapturedOutput {
    const head = this.#head.subarray(0, this.#headLength);
    const tail = this.#tail();
    const totalBytes = this.#headLength + this.#ringWritten;
    if (totalBytes === head.length + tail.length) {
      return { text: Buffer.concat([head, tail]).toString("utf8"), totalBytes, omittedBytes: 0 };
    }
    const wholeHead = head.subarray(0, endOfWholeCharacters(head));
    const wholeTail = tail.subarray(startOfWholeCharacters(tail));
    const omittedBytes = totalBytes - wholeHead.length - wholeTail.length;
    const mark = `\n… ${omittedBytes} bytes left out …\n`;
    return {
      text: `${wholeHead.toString("utf8")}${mark}${wholeTail.toString("utf8")}`,
      totalBytes,
      omittedBytes,
    };
  }

  #writeHead(bytes: Uint8Array): void {
    const needed = this.#headLength + bytes.length;
    if (needed > this.#head.length) {
      const grown = Buffer.alloc(Math.min(this.#headMax, Math.max(needed, this.#head.length * 2)));
      this.#head.copy(grown, 0, 0, this.#headLength);
      this.#head = grown;
    }
    this.#head.set(bytes, this.#headLength);
    this.#headLength = needed;
  }

  #writeTail(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    if (this.#ring.length === 0) this.#ring = Buffer.alloc(this.#tailMax);
    const kept = bytes.subarray(Math.max(0, bytes.length - this.#tailMax));
    this.#ringWritten += bytes.length;
    if (kept.length === 0) return;
    const start = (this.#ringWritten - kept.length) % this.#tailMax;
    const untilWrap = Math.min(kept.length, this.#tailMax - start);
    this.#ring.set(kept.subarray(0, untilWrap), start);
    this.#ring.set(kept.subarray(untilWrap), 0);
  }

  #tail(): Buffer {
    if (this.#ringWritten <= this.#tailMax) return this.#ring.subarray(0, this.#ringWritten);
    const oldest = this.#ringWritten % this.#tailMax;
    return Buffer.concat([this.#ring.subarray(oldest), this.#ring.subarray(0, oldest)]);
  }
}

function endOfWholeCharacters(bytes: Uint8Array): number {
  const last = bytes.length - 1;
  for (let index = last; index >= 0 && index > last - CHARACTER_BYTES_MAX; index -= 1) {
    const byte = bytes[index] ?? 0;
    if (!isContinuation(byte)) {
      return index + characterBytes(byte) > bytes.length ? index : bytes.length;
    }
  }
  return bytes.length;
}

function startOfWholeCharacters(bytes: Uint8Array): number {
  const start = bytes
    .subarray(0, CHARACTER_BYTES_MAX - 1)
    .findIndex((byte) => !isContinuation(byte));
  return start === -1 ? Math.min(bytes.length, CHARACTER_BYTES_MAX - 1) : start;
}

function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

function characterBytes(lead: number): number {
  if (lead >= 0xf0) return 4;
  if (lead >= 0xe0) return 3;
  return lead >= 0xc0 ? 2 : 1;
}
