import type { Refusal } from "./receive-rules.ts";

/**
 * Git says of every ref that a hook refused `hook declined`; GitHub says why. The report of a push comes in packets
 * (four hexadecimal digits of length, then data), and those of band 1 carry packets again: `ng <ref> <reason>`.
 */
export function rewriteReport(body: Buffer, refusals: readonly Refusal[]): Buffer {
  if (refusals.length === 0) {
    return body;
  }
  const packets = readPackets(body);
  const isBanded = packets.some((packet) => packet?.[0] === 1);
  if (!isBanded) {
    return writePackets(packets.map((packet) => rewriteLine(packet, refusals)));
  }
  const report = packets.flatMap((packet) => (packet?.[0] === 1 ? [packet.subarray(1)] : []));
  const inner = readPackets(Buffer.concat(report)).map((packet) => rewriteLine(packet, refusals));
  const first = packets.findIndex((packet) => packet?.[0] === 1);
  const band = Buffer.concat([Buffer.from([1]), writePackets(inner)]);
  return writePackets([
    ...packets.slice(0, first),
    band,
    ...packets.slice(first).filter((packet) => packet?.[0] !== 1),
  ]);
}

function rewriteLine(packet: Buffer | undefined, refusals: readonly Refusal[]): Buffer | undefined {
  const line = packet?.toString("utf8") ?? "";
  const refusal = refusals.find((it) => line.startsWith(`ng ${it.ref} `));
  return refusal === undefined ? packet : Buffer.from(`ng ${refusal.ref} ${refusal.reason}\n`);
}

/** `undefined` stands for the packet `0000`, which ends a part. */
function readPackets(body: Buffer): readonly (Buffer | undefined)[] {
  const packets: (Buffer | undefined)[] = [];
  let offset = 0;
  while (offset < body.length) {
    const length = Number.parseInt(body.toString("latin1", offset, offset + 4), 16);
    const isFlush = length < 4;
    packets.push(isFlush ? undefined : body.subarray(offset + 4, offset + length));
    offset += isFlush ? 4 : length;
  }
  return packets;
}

function writePackets(packets: readonly (Buffer | undefined)[]): Buffer {
  return Buffer.concat(
    packets.flatMap((packet) =>
      packet === undefined
        ? [Buffer.from("0000")]
        : [Buffer.from((packet.length + 4).toString(16).padStart(4, "0")), packet],
    ),
  );
}
