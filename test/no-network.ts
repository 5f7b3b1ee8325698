import nock from "nock";

// Whoever reaches beyond this machine in a test is found out, and not by a flaky answer. A name below
// `.invalid` is nobody's, and asking for it is how it is tested what happens then.
nock.disableNetConnect();
nock.enableNetConnect(/^(?:127\.0\.0\.1|localhost|\[::1\]|[\w.-]+\.invalid)(?::\d+)?$/);
