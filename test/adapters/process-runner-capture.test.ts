import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { OutputCapture } from "../../src/adapters/process-runner-capture.ts";

function capture(chunks: readonly Uint8Array[], bytesMax: number): OutputCapture {
  const output = new OutputCapture(bytesMax);
  chunks.forEach((chunk) => {
    output.write(chunk);
  });
  return output;
}

describe("OutputCapture", () => {
  test.each([
    ["fits", "abcdef", 6, "abcdef", 0],
    ["one too many", "abcdefg", 6, "abc\n… 1 bytes left out …\nefg", 1],
    ["odd limit", "abcdefgh", 5, "abc\n… 3 bytes left out …\ngh", 3],
    ["nothing kept", "abc", 0, "\n… 3 bytes left out …\n", 3],
    ["no character is cut", "éééé", 6, "é\n… 4 bytes left out …\né", 4],
    ["four bytes cut at each place", "😀😀😀", 6, "\n… 12 bytes left out …\n", 12],
  ])("captured(): %s", (_case, text, bytesMax, expected, omittedBytes) => {
    const captured = capture([Buffer.from(text)], bytesMax).captured();
    expect(captured).toEqual({
      text: expected,
      totalBytes: Buffer.byteLength(text),
      omittedBytes,
    });
  });

  test("captured() is the same however the bytes arrive", () => {
    const chunks = fc.array(fc.uint8Array({ maxLength: 20 }), { maxLength: 20 });
    fc.assert(
      fc.property(chunks, fc.nat({ max: 40 }), (parts, bytesMax) => {
        const whole = Buffer.concat(parts);
        const captured = capture(parts, bytesMax).captured();
        expect(captured).toEqual(capture([whole], bytesMax).captured());
        expect(captured.totalBytes).toBe(whole.length);
        expect(captured.omittedBytes > 0).toBe(whole.length > bytesMax);
      }),
    );
  });
});
