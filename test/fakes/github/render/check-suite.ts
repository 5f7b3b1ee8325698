import { suiteState } from "../checks/suite-state.ts";
import type { CheckSuite, Json, Repository, World } from "../model.ts";
import { renderApp } from "./app.ts";
import { isoTime } from "./iso-time.ts";
import { nodeId } from "./node-id.ts";
import { renderPullsOfHead } from "./pull-minimal.ts";
import { renderMinimalRepository } from "./repository.ts";
import { renderSimpleCommit } from "./simple-commit.ts";

export async function renderCheckSuite(
  world: World,
  repository: Repository,
  suite: CheckSuite,
): Promise<Json> {
  const address = `${world.apiUrl}/repos/${repository.fullName}/check-suites/${suite.id}`;
  const runs = repository.checkRuns.filter((run) => run.suite.id === suite.id);
  const state = suiteState(runs);
  return {
    id: suite.id,
    node_id: nodeId("CS", suite.id),
    head_branch: suite.headBranch ?? null,
    head_sha: suite.headSha,
    status: state.status,
    conclusion: state.conclusion ?? null,
    url: address,
    before: null,
    after: suite.headSha,
    pull_requests: renderPullsOfHead(world, repository, suite.headSha),
    app: renderApp(world, suite.app),
    repository: renderMinimalRepository(world, repository),
    created_at: isoTime(suite.createdAtMs),
    updated_at: isoTime(suite.updatedAtMs),
    head_commit: await renderSimpleCommit(repository, suite.headSha),
    latest_check_runs_count: runs.length,
    check_runs_url: `${address}/check-runs`,
    rerequestable: true,
    runs_rerequestable: true,
  };
}
