import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { World } from "../model.ts";

const SECRET = randomBytes(32);

/** An address that whoever has it may read: downloads go there without a token, as they do to GitHub's storage. */
export function signedAddress(world: World, path: string): string {
  return `${world.url}${path}?sig=${signatureOf(path).toString("hex")}`;
}

export function isSigned(url: URL): boolean {
  const given = Buffer.from(url.searchParams.get("sig") ?? "", "hex");
  const expected = signatureOf(url.pathname);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

function signatureOf(path: string): Buffer {
  return createHmac("sha256", SECRET).update(path).digest();
}
