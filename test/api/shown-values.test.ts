import { expect, it } from "vitest";
import { link, operation, resource } from "../support/linked-pages.ts";

const oneKettle = "\n## Response\n\nReturns a [kettle](../resources/kettle.md) object.\n";

const exampleOf = (name: string, member: string): string =>
  `${operation("GET /kettles/{id}", name)}${oneKettle}\n## Example\n\n\`\`\`http\nHTTP/1.1 200 OK\n\n{ ${member} }\n\`\`\`\n`;

it.each([
  ["text in two examples", "Decimal", ['"label": "hot"', '"label": "cold"'], "Edm.String", false],
  ["brackets in two examples", "String", ['"label": []', '"label": ["hot"]'], "Edm.String", true],
  ["no brackets in two examples", "String collection", ['"label": "hot"', '"label": "cold"'], "Edm.String", false],
  ["nothing in one example", "Decimal", ['"label": "hot"', '"other": 1'], "Edm.Decimal", false],
  ["nothing if an example confirms the row", "Decimal", ['"label": "hot"', '"label": 1'], "Edm.Decimal", false],
  ["nothing in quoted numbers", "Decimal", ['"label": "1"', '"label": "2"'], "Edm.Decimal", false],
  ["nothing in placeholders", "Boolean", ['"label": "label-value"', '"label": "String"'], "Edm.Boolean", false],
])("corrects a row by what examples show: %s", async (_, stated, members, type, collection) => {
  const [first, second] = members.map((member, index) => exampleOf(`Get ${index}`, member));
  const { types } = await link({
    "api/kettle-get-a.md": first ?? "",
    "api/kettle-get-b.md": second ?? "",
    "resources/kettle.md": resource("kettle", ["|id|String|Key.|", `|label|${stated}|Label.|`]),
  });
  expect(types[0]?.properties.find(({ name }) => name === "label")).toMatchObject({ type, collection });
});
