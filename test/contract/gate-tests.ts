import { z } from "zod";
import type { ContractTest, Finding } from "./contract-test.ts";
import { broken, holds, untried } from "./finding.ts";
import { needed } from "./needed.ts";
import type { Answer, Place } from "./place.ts";

/** What a gate can say and what it is worth. */
export const gateTests: readonly ContractTest[] = [
  { number: "A40", name: "the newest status counts", try: replaceStatus },
  { number: "A41", name: "a status satisfies a rule", try: mergeByStatus },
  { number: "A43", name: "fifty annotations at a time", try: refuseAnnotations },
  { number: "A44", name: "a check has a length", try: refuseLongSummary },
  { number: "A45", name: "a newer check takes the place", try: replaceCheck },
];

const CONTEXT = "kazi-contract";
const DESCRIPTION_MAX = 140;

async function setStatus(
  place: Place,
  sha: string,
  own: { readonly state: string; readonly description?: string },
): Promise<Answer> {
  return await place.rest("POST /repos/{owner}/{repo}/statuses/{sha}", {
    sha,
    context: CONTEXT,
    ...own,
  });
}

const Anything = z.unknown();
const Combined = z.object({
  statuses: z.array(z.object({ context: z.string(), state: z.string() })),
});

async function replaceStatus(place: Place): Promise<Finding> {
  const { headSha: sha } = await place.work();
  const description = "x".repeat(DESCRIPTION_MAX);
  needed(await setStatus(place, sha, { state: "pending" }), "write a status", Anything);
  const fitting = await setStatus(place, sha, { state: "success", description });
  if (fitting.kind === "refused") return broken(`${fitting.status} ${fitting.said}`);
  const longer = await setStatus(place, sha, { state: "failure", description: `${description}x` });
  if (longer.kind === "answered") return broken(`more than ${DESCRIPTION_MAX} characters fit`);
  const asked = await place.rest("GET /repos/{owner}/{repo}/commits/{ref}/status", { ref: sha });
  const { statuses } = needed(asked, "read the statuses", Combined);
  const states = statuses.filter((it) => it.context === CONTEXT).map((it) => it.state);
  return states.join() === "success" ? holds() : broken(`found ${states.join()}`);
}

const Rules = z.array(
  z.object({
    type: z.string(),
    parameters: z
      .object({ required_status_checks: z.array(z.object({ context: z.string() })).optional() })
      .optional(),
  }),
);

async function mergeByStatus(place: Place): Promise<Finding> {
  const base = place.nextBranch("gated-");
  if (!(await isGated(place, base))) {
    return untried(`needs a ruleset that requires ${CONTEXT} on kazi-contract/gated-*`);
  }
  const { pull_number, sha } = await openGated(place, base);
  const merge = async (): Promise<Answer> =>
    await place.rest("PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge", { pull_number, sha });
  const early = await merge();
  if (early.kind === "answered") return untried("the rule does not bind this account");
  needed(await setStatus(place, sha, { state: "success" }), "write a status", Anything);
  let said = "";
  const merged = await place.until(async () => {
    const asked = await merge();
    said = asked.kind === "refused" ? `${asked.status} ${asked.said}` : "";
    return asked.kind === "answered" ? asked : undefined;
  });
  return merged === undefined ? broken(`the merge is refused as before: ${said}`) : holds();
}

async function isGated(place: Place, branch: string): Promise<boolean> {
  const asked = await place.rest("GET /repos/{owner}/{repo}/rules/branches/{branch}", { branch });
  return needed(asked, "read the rules", Rules)
    .flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
    .some(({ context }) => context === CONTEXT);
}

interface GatedPull {
  readonly pull_number: number;
  readonly sha: string;
}

/** The rule may bind the branch already when it is made, so its commit has the status before. */
async function openGated(place: Place, base: string): Promise<GatedPull> {
  const { head: work, headSha: before } = await place.work();
  needed(await setStatus(place, before, { state: "success" }), "write a status", Anything);
  await place.push(`${before}:refs/heads/${base}`);
  const tree = `${before}^{tree}`;
  const made = await place.git(["commit-tree", tree, "-p", before, "-m", `Into ${base}`]);
  await place.push(`${made.stdout}:refs/heads/${work}`);
  const opened = await place.rest("POST /repos/{owner}/{repo}/pulls", {
    title: "kazi contract, merged into a branch that is thrown away",
    base,
    head: work,
  });
  const { number } = needed(opened, "open a pull request", z.object({ number: z.int() }));
  return { pull_number: number, sha: made.stdout };
}

const NAME = "kazi contract";
const Made = z.object({ id: z.int() });

async function makeCheck(
  place: Place,
  sha: string,
  own: Readonly<Record<string, unknown>>,
): Promise<Answer> {
  return await place.rest("POST /repos/{owner}/{repo}/check-runs", {
    name: NAME,
    head_sha: sha,
    status: "completed",
    conclusion: "neutral",
    ...own,
  });
}

const NEEDS_APP = "this is not the token of an App, and nobody else writes check-runs";
const ANNOTATIONS_MAX = 50;

async function refuseAnnotations(place: Place): Promise<Finding> {
  if (place.account.kind === "person") return untried(NEEDS_APP);
  const { headSha } = await place.work();
  const all = Array.from({ length: ANNOTATIONS_MAX + 1 }, (_, index) => ({
    path: "README.md",
    start_line: 1,
    end_line: 1,
    annotation_level: "notice",
    message: `Annotation ${index}`,
  }));
  const output = { title: NAME, summary: "Annotations" };
  return await fitsAndMoreDoesNot(
    await makeCheck(place, headSha, { output: { ...output, annotations: all.slice(1) } }),
    async () => await makeCheck(place, headSha, { output: { ...output, annotations: all } }),
  );
}

const CHARACTERS_MAX = 65_535;

async function refuseLongSummary(place: Place): Promise<Finding> {
  if (place.account.kind === "person") return untried(NEEDS_APP);
  const { headSha } = await place.work();
  const summary = "x".repeat(CHARACTERS_MAX);
  return await fitsAndMoreDoesNot(
    await makeCheck(place, headSha, { output: { title: NAME, summary } }),
    async () =>
      await makeCheck(place, headSha, { output: { title: NAME, summary: `${summary}x` } }),
  );
}

async function fitsAndMoreDoesNot(
  most: Answer,
  askForMore: () => Promise<Answer>,
): Promise<Finding> {
  if (most.kind === "refused") {
    return most.status === 422 ? broken(most.said) : untried(`${most.status} ${most.said}`);
  }
  const more = await askForMore();
  if (more.kind === "answered") return broken("one more was taken");
  return more.status === 422 ? holds() : broken(`${more.status} ${more.said}`);
}

const Latest = z.object({ check_runs: z.array(Made) });

async function replaceCheck(place: Place): Promise<Finding> {
  if (place.account.kind === "person") return untried(NEEDS_APP);
  const { headSha } = await place.work();
  needed(await makeCheck(place, headSha, { conclusion: "failure" }), "write a check", Made);
  const newer = await makeCheck(place, headSha, { conclusion: "success" });
  const { id } = needed(newer, "write a check", Made);
  const asked = await place.rest("GET /repos/{owner}/{repo}/commits/{ref}/check-runs", {
    ref: headSha,
    check_name: NAME,
    filter: "latest",
  });
  const { check_runs: latest } = needed(asked, "read the checks", Latest);
  const ids = latest.map((it) => it.id);
  return ids.length === 1 && ids[0] === id ? holds() : broken(`${ids.length} count as the newest`);
}
