interface UndocumentedStatus {
  readonly status: number;
  readonly methods: readonly string[];
  /** Only below this template; without it anywhere. */
  readonly below?: string;
  readonly reason: string;
}

const READS = ["GET"];
const WRITES = ["DELETE", "PATCH", "POST", "PUT"];
const ALL = [...READS, ...WRITES];

/** What GitHub answers without saying so in the description of each operation. */
export const undocumentedStatuses: readonly UndocumentedStatus[] = [
  { status: 304, methods: READS, reason: "Every read answers If-None-Match." },
  { status: 400, methods: WRITES, reason: "The body is not JSON." },
  { status: 401, methods: ALL, reason: "The token is wrong, revoked or expired." },
  { status: 403, methods: ALL, reason: "A permission is missing, or the rate limit is used up." },
  { status: 404, methods: ALL, reason: "What the token may not see does not exist for it." },
  { status: 422, methods: WRITES, reason: "A body that GitHub can read and does not accept." },
  {
    status: 422,
    methods: READS,
    below: "/repos/{owner}/{repo}/commits/{ref}/",
    reason: "There is no such commit.",
  },
  { status: 429, methods: ALL, reason: "The secondary rate limit is used up." },
];
