import process from "node:process";
import eslint from "@eslint/js";
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

export default defineConfig(
  // Programs of users: they import the built package, and are compiled by the tests that build it.
  { ignores: ["test/fixtures/", "test/package/programs/", "generator/dist/", "**/node_modules/"] },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { project: "./tsconfig.json", tsconfigRootDir: process.cwd() } },
    rules: {
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // A written-out index signature names its key; a written-out `string` keeps a constant from being one literal.
      "@typescript-eslint/consistent-indexed-object-style": "off",
      "@typescript-eslint/no-inferrable-types": "off",
      // Signs that cannot stand in a page are good markers; a pattern that looks for them is no accident.
      "no-control-regex": "off",
      "max-lines": ["error", { max: 300 }],
      "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 15],
      "max-depth": ["error", 3],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportDefaultDeclaration", message: "Use named exports: they keep one name everywhere." },
        {
          selector:
            "TSEnumDeclaration, TSParameterProperty, TSModuleDeclaration[kind!='global'][declare!=true], TSImportEqualsDeclaration",
          message: "Use syntax that exists in JavaScript: it runs without being compiled.",
        },
      ],
      eqeqeq: "error",
    },
  },
  {
    // The catalogue, the vocabulary and the models are tables: a reader looks things up in them.
    files: ["generator/diagnostics/catalog.ts", "generator/**/vocabulary.ts", "generator/**/model.ts"],
    rules: { "max-lines": "off" },
  },
  {
    files: ["test/**/*.ts"],
    rules: { "max-lines-per-function": "off" },
  },
  {
    files: ["test/**/*.config.{js,ts}", "generator/build/run.mjs"],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { "no-restricted-syntax": "off" },
  },
);
