import js from "@eslint/js";
import globals from "globals";

export default [
  { ignores: ["**/bin/", "**/obj/", "out/", "node_modules/", "TestResults/"] },
  js.configs.recommended,
  {
    files: ["wwwroot/**/*.js"],
    languageOptions: { globals: globals.browser },
    rules: {
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Use textContent: a widget or a record can hold any text." },
        { property: "outerHTML", message: "Use textContent: a widget or a record can hold any text." },
        { property: "insertAdjacentHTML", message: "Use textContent: a widget or a record can hold any text." },
      ],
      "eqeqeq": "error",
      "prefer-const": "error",
      "no-var": "error",
    },
  },
  { files: ["tests/MockPortal.BrowserTests/**/*.js"], languageOptions: { globals: globals.browser } },
  { files: ["tests/js/**/*.js", "*.js"], languageOptions: { globals: globals.node } },
];
