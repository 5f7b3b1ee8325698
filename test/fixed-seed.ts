import * as fc from "fast-check";

// A change is judged by what it changes, so every run of the tests draws the same cases; the nightly
// run draws new ones.
fc.configureGlobal({ seed: 20_240_613 });
