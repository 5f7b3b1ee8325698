import { describeHolder } from "../model/holder.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Holder } from "../model/run.ts";
import { descendsFrom } from "../record/descends-from.ts";
import { type LedgerHead, readLedger } from "../record/ledger.ts";
import type { Assignment, Host, Run } from "./host.ts";
import { iterate, type PassOutcome } from "./iterate.ts";
import { openRun } from "./open-run.ts";
import type { StartingPoint } from "./starting-point.ts";

/** How long a goal waits for another one that works on the same paths, in looks of two seconds. */
const BLOCKED_LOOKS_MAX = 3_600;
const BLOCKED_EVERY_MS = 2_000;

/** All passes of one goal in one process, until it ended or a person broke it off. */
export async function converge(
  host: Host,
  assignment: Assignment,
  start: StartingPoint,
): Promise<LedgerHead> {
  const approver = { via: "local", by: start.user } as const;
  let head = await openRun(host, assignment, { start, approver });
  const run = toRun(head);
  let blocked = 0;
  while (!host.signal.aborted) {
    const pass = await iterateOrStop(host, assignment, run);
    head = await follow(host, head);
    if (pass === undefined) break;
    switch (pass.kind) {
      case "ended":
        return { ...head, state: pass.state };
      case "again":
        blocked = 0;
        break;
      case "wait":
        await pause(host, pass);
        break;
      case "busy":
        throw busy(assignment, pass.holder);
      case "blocked":
        blocked += 1;
        if (blocked > BLOCKED_LOOKS_MAX) throw stillBlocked(pass);
        await pause(host, {
          untilMs: host.clock.now() + BLOCKED_EVERY_MS,
          reason: `goal ${pass.by} (${describeHolder(pass.holder)}) works on the same paths`,
        });
        break;
    }
  }
  return head;
}

function toRun({ ref, state }: LedgerHead): Run {
  return { ref, generation: state.generation, approval: state.approval.digest };
}

/** The newest head; a chain that no longer holds what was last seen was put in its place. */
async function follow(host: Host, last: LedgerHead): Promise<LedgerHead> {
  const head = await readLedger(host.store, last.ref);
  if (head === undefined || head.state.generation !== last.state.generation) return last;
  if (await descendsFrom(host.store, head.oid, last.oid)) return head;
  throw new KaziError({
    code: "record-forged",
    message: `the ledger ${last.ref} was replaced while kazi worked: ${head.oid.slice(0, 12)} does not continue ${last.oid.slice(0, 12)}. Nothing more was done; look at it with kazi ledger show`,
  });
}

/** `undefined` when a person broke it off: whatever failed then, failed because of that. */
async function iterateOrStop(
  host: Host,
  assignment: Assignment,
  run: Run,
): Promise<PassOutcome | undefined> {
  try {
    return await iterate(host, assignment, run);
  } catch (error) {
    if (host.signal.aborted) return undefined;
    throw error;
  }
}

async function pause(
  host: Host,
  { untilMs, reason }: { readonly untilMs: number; readonly reason: string },
): Promise<void> {
  host.events.emit({ kind: "waiting", reason, untilMs });
  await host.clock.sleep(Math.max(0, untilMs - host.clock.now()), host.signal);
}

function busy({ goal }: Assignment, holder: Holder): KaziError {
  return new KaziError({
    code: "goal-busy",
    message: `goal ${goal.id} is being worked on by ${describeHolder(holder)}; expected nobody. Wait for it or end it, then run apply again`,
  });
}

function stillBlocked({ by, holder }: { readonly by: string; readonly holder: Holder }): KaziError {
  return new KaziError({
    code: "goal-busy",
    message: `goal ${by} (${describeHolder(holder)}) works on overlapping [scope].paths for too long; narrow the paths of one of them, or wait for it`,
  });
}
