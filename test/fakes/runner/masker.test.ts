import { expect, test } from "vitest";
import { Masker } from "./masker.ts";

test.each([
  ["as it is", "the token s3cret-value!", "the token ***"],
  ["in a JSON text", JSON.stringify({ a: "s3cret-value!" }), '{"a":"***"}'],
  ["in an address", "x?t=s3cret-value!", "x?t=***"],
  ["not where it is not", "nothing", "nothing"],
])("Masker hides a secret %s", (_name, text, masked) => {
  const masker = new Masker();
  masker.add("s3cret-value!");
  expect(masker.mask(text)).toBe(masked);
});

test("Masker hides what stands in a basic authorization", () => {
  const masker = new Masker();
  masker.add("a-token-of-some-length");
  const header = Buffer.from("x-access-token:a-token-of-some-length").toString("base64");
  expect(masker.hides(header)).toBe(true);
});

test("Masker hides every line of a secret of several", () => {
  const masker = new Masker();
  masker.add("-----BEGIN\nabcdef\n");
  expect(masker.mask("a abcdef b")).toBe("a *** b");
});

test("Masker does not take emptiness for a secret", () => {
  const masker = new Masker();
  masker.add("");
  masker.add(" \n ");
  expect(masker.mask("a b")).toBe("a b");
});
