import { KaziError } from "../model/kazi-error.ts";
import type { Host } from "./host.ts";

/** Ends the work at a place where nothing half-done is left, once a person asked for it. */
export function requireRunning({ signal }: Host): void {
  if (!signal.aborted) return;
  throw new KaziError({ code: "interrupted", message: "interrupted by a person" });
}
