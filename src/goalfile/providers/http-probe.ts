import type { HttpProbe as HttpProbeCheck } from "../../model/check.ts";
import { present } from "../present.ts";
import { HttpProbe } from "../schema/http-probe.ts";
import { allowedHosts } from "./allowed-hosts.ts";
import { type ProviderReader, readerOf } from "./provider-reader.ts";

export const readHttpProbe: ProviderReader = readerOf(HttpProbe, toHttpProbe);

function toHttpProbe(values: HttpProbe): HttpProbeCheck {
  return {
    provider: "http_probe",
    url: values.url,
    method: values.method,
    headers: values.headers,
    ...present("body", values.body),
    ...present("expectStatus", values.expect_status),
    ...present("expectBody", values.expect_body),
    bodyMatch: values.body_match,
    samples: values.samples,
    intervalMs: values.interval_ms,
    redirectsMax: values.redirects,
    tls: values.insecure_tls,
    allowHosts: allowedHosts([values.url], values.allow_hosts),
  };
}
