import type { Tour } from "./start-tour.ts";

export async function visitIssues(tour: Tour): Promise<void> {
  const { octo, path } = tour;
  const made = await octo("POST", `${path}/issues`, { title: "A", body: "B", labels: ["bug"] });
  const issue = `${path}/issues/${made.id("number")}`;
  await octo("GET", `${path}/issues?state=all`);
  await octo("GET", issue);
  await octo("PATCH", issue, { title: "C" });
  await octo("PATCH", issue, { state: "closed" });
  await octo("PATCH", issue, { state: "open" });
  await visitLabels(tour, issue);
  await visitComments(tour, issue);
  await visitReactions(tour, issue);
}

async function visitLabels({ octo, path }: Tour, issue: string): Promise<void> {
  await octo("POST", `${path}/labels`, { name: "goal", color: "ff0000" });
  await octo("GET", `${path}/labels`);
  await octo("POST", `${issue}/labels`, { labels: ["goal"] });
  await octo("GET", `${issue}/labels`);
  await octo("DELETE", `${issue}/labels/goal`);
}

async function visitComments(tour: Tour, issue: string): Promise<void> {
  const { octo, ann, bot, path } = tour;
  const made = await bot("POST", `${issue}/comments`, { body: "One" });
  const comment = `${path}/issues/comments/${made.id("id")}`;
  await octo("GET", `${issue}/comments`);
  await octo("GET", `${path}/issues/comments`);
  await octo("GET", comment);
  await bot("PATCH", comment, { body: "Two" });
  await visitReactions(tour, comment);
  const other = await ann("POST", `${issue}/comments`, { body: "Three" });
  await ann("DELETE", `${path}/issues/comments/${other.id("id")}`);
}

async function visitReactions({ octo, bot }: Tour, subject: string): Promise<void> {
  const made = await bot("POST", `${subject}/reactions`, { content: "rocket" });
  await bot("POST", `${subject}/reactions`, { content: "rocket" });
  await octo("GET", `${subject}/reactions`);
  await bot("DELETE", `${subject}/reactions/${made.id("id")}`);
}
