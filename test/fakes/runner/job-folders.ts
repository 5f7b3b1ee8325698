import { mkdir, rm } from "node:fs/promises";
import path from "node:path";

/** The disk of one job, fresh for each. */
export interface JobFolders {
  readonly root: string;
  /** GITHUB_WORKSPACE. */
  readonly workspace: string;
  readonly temp: string;
  readonly actions: string;
  readonly home: string;
  readonly tools: string;
}

export async function createJobFolders(root: string, repository: string): Promise<JobFolders> {
  const folders: JobFolders = {
    root,
    workspace: path.join(root, "work", repository, repository),
    temp: path.join(root, "work", "_temp"),
    actions: path.join(root, "work", "_actions"),
    home: path.join(root, "home"),
    tools: path.join(root, "tools"),
  };
  // A re-run may meet what a killed runner left behind.
  await rm(root, { recursive: true, force: true });
  await Promise.all(
    Object.values(folders).map(async (folder: string) => await mkdir(folder, { recursive: true })),
  );
  return folders;
}
