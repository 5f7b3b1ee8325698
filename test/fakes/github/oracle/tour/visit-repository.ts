import type { Repository } from "../../model.ts";
import type { Tour } from "./start-tour.ts";

export async function visitRepository({ github, repository, octo, path }: Tour): Promise<void> {
  addSettings(github.world.nowMs(), repository);
  await octo("GET", path);
  await octo("GET", `${path}/contents/README.md`);
  await octo("GET", `${path}/contents/src`);
  await octo("GET", `${path}/contents`);
  await octo("GET", `${path}/branches?per_page=10`);
  await octo("GET", `${path}/branches/main`);
  await octo("GET", `${path}/commits?sha=main`);
  await octo("GET", `${path}/commits/main`);
  await octo("GET", `${path}/collaborators`);
  await octo("GET", `${path}/collaborators/ann`);
  await octo("GET", `${path}/collaborators/ann/permission`);
  await octo("PUT", `${path}/contents/written.md`, { message: "Write", content: "YQ==" });
  await octo("GET", `${path}/rules/branches/main`);
  await octo("GET", `${path}/rulesets`);
  await octo("GET", `${path}/rulesets/1`);
  await octo("GET", `${path}/environments`);
  await octo("GET", `${path}/environments/production`);
}

/** A ruleset that does not act, and an environment. */
function addSettings(nowMs: number, repository: Repository): void {
  repository.rulesets.push({
    id: 1,
    name: "main",
    target: "branch",
    include: ["~DEFAULT_BRANCH"],
    exclude: [],
    rules: [{ type: "pull_request", requiredReviews: 1 }, { type: "deletion" }],
    bypassAppIds: [],
    enforcement: "disabled",
  });
  repository.environments.set("production", {
    id: 2,
    name: "production",
    createdAtMs: nowMs,
    secrets: new Map(),
    variables: new Map(),
    deploymentBranches: ["main"],
    reviewers: [repository.owner],
  });
}
