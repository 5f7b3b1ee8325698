import { expect, test } from "vitest";
import { showMissing } from "../../src/control/show-missing.ts";
import { KaziError } from "../../src/model/kazi-error.ts";
import { givenProposal } from "./given-control.ts";

test("showMissing() writes the gate where none stands, from forks too, and no other", async () => {
  const { forge, store } = givenProposal();
  const plain = forge.push("plain", { "README.md": "bye" });
  forge.propose("plain", { isFork: true });
  expect(await showMissing(forge, store)).toEqual([11, 12]);
  expect(forge.gates.get(plain)).toMatchObject({ verdict: "neutral" });
  expect(forge.gates.get(forge.branches.get("feature") ?? "")).toMatchObject({
    verdict: "action-required",
  });
  expect(await showMissing(forge, store)).toEqual([]);
  const moved = forge.push("plain", { "README.md": "hello again" });
  expect(await showMissing(forge, store)).toEqual([12]);
  expect(forge.gates.has(moved)).toBe(true);
});

test("showMissing() comes to the others when GitHub refuses one", async () => {
  const { forge, store } = givenProposal();
  forge.push("plain", { "README.md": "bye" });
  forge.propose("plain");
  const refusal = new KaziError({ code: "github-refused", message: "the issue is locked" });
  const conversation = {
    ...forge.conversation,
    post: async (): Promise<never> => await Promise.reject(refusal),
  };
  await expect(showMissing({ ...forge, conversation }, store)).rejects.toBe(refusal);
  expect(forge.gates.size).toBe(2);
});
