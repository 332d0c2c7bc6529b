import { expect, it } from "vitest";
import { releaseEntries } from "../../generator/build/changelog.ts";

const DAY = "2026-03-31";
const OLD = "## 0.1.0 (2026-01-01)\n\n- First release.\n";

it("puts the unreleased entries under the version", () => {
  const text = `# Changelog\n\n## Unreleased\n\n- A flag.\n\n${OLD}`;
  const want = `# Changelog\n\n## Unreleased\n\n## 0.2.0 (${DAY})\n\n- A flag.\n\n${OLD}`;
  expect(releaseEntries(text, "0.2.0", DAY)).toBe(want);
});

it.each([
  ["the heading is missing", `# Changelog\n\n${OLD}`, 'lacks the heading "## Unreleased"'],
  ["there is nothing to release", `# Changelog\n\n## Unreleased\n\n${OLD}`, 'has no entries under "## Unreleased"'],
  ["the version exists", `# Changelog\n\n## Unreleased\n\n- A flag.\n\n${OLD}`, "already has entries of version 0.1.0"],
])("fails if %s", (_, text, message) => {
  expect(() => releaseEntries(text, "0.1.0", DAY)).toThrow(message);
});
