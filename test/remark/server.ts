import { remark } from "remark";
import { createUnifiedLanguageServer } from "unified-language-server";

// The language server of remark, as editors start it: all that it is made of is this call.
createUnifiedLanguageServer({
  configurationSection: "remark",
  ignoreName: ".remarkignore",
  packageField: "remarkConfig",
  pluginPrefix: "remark",
  processorName: "remark",
  processorSpecifier: "remark",
  defaultProcessor: remark(),
  rcName: ".remarkrc",
});
