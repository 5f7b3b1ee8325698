import { z } from "zod";
import { timeoutMs } from "./shapes.ts";

export const Defaults = z.object({ timeout_ms: timeoutMs().optional() });
export type Defaults = z.infer<typeof Defaults>;
