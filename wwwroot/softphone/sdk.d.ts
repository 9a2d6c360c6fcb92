/** `sdk/main.js` is the npm package's own ES module; the build lays it beside the program and the server serves it. */
declare module "*/sdk/main.js" {
  import sdk from "@hubspot/calling-extensions-sdk";
  export default sdk.default;
  export const Constants: typeof sdk.Constants;
}
