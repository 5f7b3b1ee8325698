import { Octokit } from "octokit";

/** The ordinary client, without its waiting: what a test asks is to be answered or refused at once. */
export function connectOctokit(apiUrl: string, token: string): Octokit {
  return new Octokit({
    baseUrl: apiUrl,
    auth: token,
    throttle: { enabled: false },
    retry: { enabled: false },
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  });
}
