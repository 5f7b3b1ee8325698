import type { RunEvent } from "../model/event.ts";

/** Where the account of a run goes. Writing to it never fails a run. */
export interface EventSink {
  emit(event: RunEvent): void;
}
