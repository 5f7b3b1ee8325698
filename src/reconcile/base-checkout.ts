import type { Goal } from "../model/goal.ts";
import { KaziError } from "../model/kazi-error.ts";
import type { Oid } from "../model/vector.ts";
import type { Bench, Host } from "./host.ts";
import type { ObserveTicket } from "./observe-ticket.ts";
import { createPool } from "./pool.ts";
import { runSetup } from "./run-setup.ts";

const OID = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** A checkout of the tree that the work started from; one piece of work at a time, each on a fresh copy. */
export interface BaseCheckout {
  /** Throws `setup-failed` or `workspace-unusable` when there is none, in words for people. */
  use<R>(ref: string, work: (folder: string, commit: Oid) => Promise<R>): Promise<R>;
}

/** Made when it is first asked for: most goals compare with nothing. */
export function openBaseCheckout(
  host: Host,
  {
    goal,
    ticket,
    bench,
  }: { readonly goal: Goal; readonly ticket: ObserveTicket; readonly bench: Bench },
): BaseCheckout {
  const turn = createPool(["base"]);
  let prepared: { readonly commit: Oid; readonly folder: string } | undefined;
  return {
    use: async (ref, work) =>
      await turn.use(async () => {
        const commit = await commitOf(host, ref, ticket.base);
        if (prepared?.commit !== commit) prepared = { commit, folder: await prepare(commit) };
        await bench.workshop.renew(prepared.folder);
        return await work(prepared.folder, commit);
      }),
  };

  async function prepare(commit: Oid): Promise<string> {
    const { workshop } = bench;
    const base = { branch: ticket.baseBranch, commit: ticket.base };
    const request = { name: "baseline", commit, branch: ticket.branch, base } as const;
    const folder = await workshop.checkout(request);
    if (ticket.graders !== undefined) await workshop.restoreGraders(folder, ticket.graders);
    const { workspace } = goal.scope;
    const problem = await runSetup(
      host,
      goal.setup,
      workspace === "" ? folder : `${folder}/${workspace}`,
    );
    if (problem !== undefined) throw new KaziError({ code: "setup-failed", message: problem });
    if (ticket.graders !== undefined) await workshop.restoreGraders(folder, ticket.graders);
    await workshop.freeze(folder);
    return folder;
  }
}

/** A name can be moved by whoever may push, a hash cannot; so every name means the approved base. */
async function commitOf(host: Host, ref: string, base: Oid): Promise<Oid> {
  if (!OID.test(ref)) return base;
  if (await host.repository.isAncestor(ref, base)) return ref;
  throw new KaziError({
    code: "workspace-unusable",
    message: `expected the baseline ${ref.slice(0, 12)} among the ancestors of the approved base ${base.slice(0, 12)}, found it outside; name a commit that the base has, or "main" for the base itself`,
  });
}
