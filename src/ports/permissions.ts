/** What an account may do in this repository, looked up at the moment of use. */
export interface Permissions {
  of(login: string): Promise<Permission>;
}

/** The role that GitHub gives, with custom roles mapped to the one that they are based on. */
export type Permission = "admin" | "maintain" | "write" | "triage" | "read" | "none";
