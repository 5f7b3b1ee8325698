/** Asks a service one question. */
export interface HttpClient {
  /** Never rejects: what went wrong is an answer too. Redirects are not followed. */
  request(question: HttpQuestion): Promise<HttpAnswer>;
}

/** One request, bounded in time and in the size of its answer. */
export interface HttpQuestion {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly bodyBytesMax: number;
  readonly signal: AbortSignal;
}

/** What came back. `permanent` failures cannot get better by asking again. */
export type HttpAnswer =
  | {
      readonly kind: "response";
      readonly status: number;
      readonly body: string;
      readonly truncated: boolean;
      /** Where a redirect points. */
      readonly location?: string;
    }
  | { readonly kind: "failure"; readonly reason: string; readonly permanent: boolean };
