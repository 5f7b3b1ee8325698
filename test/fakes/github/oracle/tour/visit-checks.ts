import type { Tour } from "./start-tour.ts";

const annotation = {
  path: "n.txt",
  start_line: 1,
  end_line: 1,
  annotation_level: "notice",
  message: "Here",
};

export async function visitChecks(tour: Tour, headSha: string): Promise<void> {
  const { octo, bot, path } = tour;
  const made = await bot("POST", `${path}/check-runs`, {
    name: "kazi",
    head_sha: headSha,
    status: "in_progress",
    output: { title: "Working", summary: "One of two", annotations: [annotation] },
  });
  const run = `${path}/check-runs/${made.id("id")}`;
  const suite = `${path}/check-suites/${made.id("check_suite", "id")}`;
  await bot("PATCH", run, { status: "completed", conclusion: "success" });
  await octo("GET", run);
  await octo("GET", `${run}/annotations`);
  await octo("GET", `${path}/commits/${headSha}/check-runs`);
  await octo("GET", `${path}/commits/${headSha}/check-suites`);
  await octo("GET", suite);
  await octo("GET", `${suite}/check-runs`);
  await bot("POST", `${run}/rerequest`);
  await bot("POST", `${suite}/rerequest`);
  await bot("POST", `${path}/check-suites`, { head_sha: headSha });
}

export async function visitStatuses({ octo, bot, path }: Tour, headSha: string): Promise<void> {
  await bot("POST", `${path}/statuses/${headSha}`, {
    state: "success",
    context: "kazi",
    description: "Good",
    target_url: "http://127.0.0.1/",
  });
  await octo("GET", `${path}/commits/${headSha}/statuses`);
  await octo("GET", `${path}/commits/${headSha}/status`);
}

export async function visitDeployments({ octo, bot, path }: Tour): Promise<void> {
  const made = await bot("POST", `${path}/deployments`, {
    ref: "work",
    environment: "production",
    auto_merge: false,
    required_contexts: [],
  });
  const deployment = `${path}/deployments/${made.id("id")}`;
  await octo("GET", `${path}/deployments`);
  await octo("GET", deployment);
  await bot("POST", `${deployment}/statuses`, { state: "success", log_url: "http://127.0.0.1/" });
  await octo("GET", `${deployment}/statuses`);
}
