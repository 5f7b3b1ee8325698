import type { TlsTrust } from "../model/check.ts";

/** Asks a service one question. */
export interface HttpClient {
  /** Never rejects: what went wrong is an answer too. */
  request(question: HttpQuestion): Promise<HttpAnswer>;
}

/** One request, bounded in time and in the size of its answer. */
export interface HttpQuestion {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Redirects that are followed; 0 answers with the redirect itself. Credentials stay with their origin. */
  readonly redirectsMax: number;
  readonly tls: TlsTrust;
  /** Hosts whose loopback, private or link-local addresses may be asked; every other is refused after DNS. */
  readonly allowHosts: readonly string[];
  readonly timeoutMs: number;
  readonly bodyBytesMax: number;
  readonly signal: AbortSignal;
}

/** What came back. */
export type HttpAnswer =
  | {
      readonly kind: "response";
      readonly status: number;
      /** As it was sent: nothing is decompressed. Invalid UTF-8 is replaced. */
      readonly body: string;
      readonly truncated: boolean;
      /** Where a redirect points. */
      readonly location?: string;
      /** Of a redirect that was not followed although redirects are: why not. */
      readonly unfollowed?: string;
      /** Where the answer comes from, when a redirect led elsewhere. */
      readonly url?: string;
    }
  | { readonly kind: "failure"; readonly failure: HttpFailure; readonly reason: string };

/**
 * Why there is no answer: the question itself is wrong, its address is refused, nothing answers there
 * (no such name, nothing listens, no route, cut off), its certificate is not trusted, or it is too slow.
 */
export type HttpFailure =
  | "bad-question"
  | "refused-address"
  | "unreachable"
  | "untrusted"
  | "timed-out"
  | "interrupted";
