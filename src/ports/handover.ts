/** Documents that one job leaves for the next. The reader treats them as a stranger's. */
export interface Handover {
  write(name: HandoverName, text: string): Promise<void>;
  /** `undefined` when it was not left; throws `handover-invalid` when it is larger than `bytesMax`. */
  read(name: HandoverName, bytesMax: number): Promise<string | undefined>;
}

/** The documents by the job that writes them. */
export type HandoverName = "claim" | "dispatch" | "observation";
