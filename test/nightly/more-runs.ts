import * as fc from "fast-check";

/** A hundred runs a property find the careless mistake, ten thousand the rare one. */
fc.configureGlobal({ numRuns: 10_000 });
