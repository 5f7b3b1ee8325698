/** What stands in the sample: texts in the shape of those that the product writes. */

export const DESCRIPTION = `The cart counts every item as one, so **totals are wrong**.
This goal-file says when it is right, see \`.kazi/goals/cart-totals.goal.toml\`.

- [x] the tests that show it are in place
- [ ] the code is right
`;

export const STATUS_COMMENT = `<!-- kazi:status -->

### 🔄 \`cart-totals\`: running

Iteration 2, 1 of 3 pass. An agent is at work.

|  | Predicate | Verdict | What was seen |
| --- | --- | --- | --- |
| ❌ | \`tests\` | fail 67 % | 2 passed, 1 failed, 0 skipped of 3 tests |
| ✅ | \`lint\` _(guard)_ | pass | exit code 0 |
| ❔ | \`fair\` | not observed yet | _held out_ |

| Iteration | 0 | 1 | 2 | 3 | 4 | 5 | 6 |
| --- | --- | --- | --- | --- | --- | --- | --- |
| \`tests\` | ❌ | ❌ | ❌ | ⚠️ | ❌ | ❌ | ✅ |
| \`lint\` | ✅ | ✅ | ❌ | ✅ | ✅ | ✅ | ✅ |
| \`fair\` | ❔ | ❔ | ❔ | ❔ | ❔ | ❔ | ❔ |
| work | – | kept | discarded | – | kept | discarded | kept |

Spent: 2 of 50 iterations · 2 of 8 dispatches · 4.2k tokens · 0.13 of 2.00 USD · 1m 30s of 2h at work

<details>
<summary>Why the last attempt was discarded</summary>

It made \`lint\` fail, which is a guard:

\`\`\`diff
-  return items.length * price;
+  return items.reduce((sum, item) => sum + item.count * item.price, 0)
\`\`\`

</details>

<sub>\`.kazi/goals/cart-totals.goal.toml\` · digest \`3f9a1c20b7d4\` · generation 1, approved by \`maya\` · work on \`cart-totals\` at \`9b1dd0c2f3a1\`</sub>

What you can write now:

- \`/kazi stop cart-totals\` ends it and keeps what was made

<sub>\`/kazi help\` lists the commands.</sub>
`;

export const CHECK_SUMMARY = `**Why:** 1 of 3 tests still fails.

| Predicate | Verdict | What was seen |
| --- | --- | --- |
| \`tests\` | fail | expected 30, got 10 at test/cart.test.js:12 |
| \`lint\` | pass | exit code 0 |

\`\`\`mermaid
graph LR; goal --> observe --> act
\`\`\`
`;
