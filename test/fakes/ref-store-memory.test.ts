import { refStoreConformance } from "../conformance/ref-store.ts";
import { createMemoryRefStore } from "./ref-store-memory.ts";

refStoreConformance("memory", () => ({
  store: createMemoryRefStore(),
  tree: "d".repeat(40),
  close: () => undefined,
}));
