import type { App, User, World } from "./model.ts";

export interface WorldOptions {
  readonly url: string;
  /** Where the bare repositories lie. */
  readonly folder: string;
  readonly nowMs: () => number;
  readonly onViolation?: (text: string) => void;
}

/** The number of the GitHub Actions App on github.com; required checks are pinned to it by that number. */
const ACTIONS_APP_ID = 15_368;
const FIRST_ID = 1_000_000;
const HOUR_MS = 3_600_000;
const REQUESTS_PER_HOUR = 5_000;

/** An empty GitHub: nobody but GitHub itself and its Actions App. */
export function createWorld(options: WorldOptions): World {
  let lastId = FIRST_ID;
  const nextId = (): number => (lastId += 1);
  const violations: string[] = [];
  const createdAtMs = options.nowMs();
  const github: User = {
    id: 9919,
    login: "github",
    type: "Organization",
    name: "GitHub",
    createdAtMs,
  };
  const actionsBot: User = {
    id: 41_898_282,
    login: "github-actions[bot]",
    type: "Bot",
    name: undefined,
    createdAtMs,
  };
  const actionsApp = createActionsApp(github, actionsBot);
  return {
    url: options.url,
    apiUrl: `${options.url}/api/v3`,
    folder: options.folder,
    users: new Map([github, actionsBot].map((user) => [user.login, user])),
    apps: [actionsApp],
    actionsApp,
    installations: [],
    tokens: new Map(),
    repositories: [],
    deliveries: [],
    eventListeners: new Set(),
    moveListeners: new Set(),
    observers: new Set(),
    webhookObservers: new Set(),
    violations,
    pending: new Set(),
    faults: { delivery: undefined, answer: undefined },
    rateLimit: { ceiling: REQUESTS_PER_HOUR, windowMs: HOUR_MS, used: new Map() },
    actions: undefined,
    violate: (text) => {
      violations.push(text);
      options.onViolation?.(text);
    },
    nowMs: options.nowMs,
    nextId,
  };
}

function createActionsApp(owner: User, bot: User): App {
  return {
    id: ACTIONS_APP_ID,
    slug: "github-actions",
    name: "GitHub Actions",
    clientId: "Iv1.05c79e9ad1f6bdfa",
    owner,
    bot,
    // Nobody signs in as this App: its tokens are made for jobs by GitHub itself.
    privateKey: "",
    publicKey: "",
    createdAtMs: owner.createdAtMs,
    permissions: { actions: "write", checks: "write", contents: "write", metadata: "read" },
    events: [],
    webhook: undefined,
  };
}
