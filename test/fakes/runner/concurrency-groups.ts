/** A run or a job that wants to be alone in its group. */
export interface Claim {
  readonly group: string;
  readonly cancelsInProgress: boolean;
  readonly queue: "single" | "max";
  /** Called when the group is its own. */
  start(): void;
  /** Called when a newer claim pushes this one out, whether it waits or runs. */
  cancel(): void;
}

/** What `queue: max` keeps waiting. */
const WAITING_MAX = 100;

interface Group {
  holder: Claim;
  waiting: Claim[];
}

/** The concurrency groups of one repository; names do not differ by case. */
export class ConcurrencyGroups {
  readonly #groups = new Map<string, Group>();

  enter(claim: Claim): void {
    const name = claim.group.toLowerCase();
    const group = this.#groups.get(name);
    if (group === undefined) {
      this.#groups.set(name, { holder: claim, waiting: [] });
      claim.start();
      return;
    }
    if (claim.queue === "max") {
      if (group.waiting.length >= WAITING_MAX) claim.cancel();
      else group.waiting.push(claim);
      return;
    }
    const displaced = group.waiting;
    group.waiting = [claim];
    for (const one of displaced) one.cancel();
    if (claim.cancelsInProgress) group.holder.cancel();
  }

  leave(claim: Claim): void {
    const name = claim.group.toLowerCase();
    const group = this.#groups.get(name);
    if (group === undefined) return;
    if (group.holder !== claim) {
      group.waiting = group.waiting.filter((one) => one !== claim);
      return;
    }
    const next = group.waiting.shift();
    if (next === undefined) {
      this.#groups.delete(name);
      return;
    }
    group.holder = next;
    next.start();
  }
}
