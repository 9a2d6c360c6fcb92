/**
 * What the page could observe of a widget that did not answer. Nothing else is visible from outside: in Chromium a
 * refused connection, X-Frame-Options, an untrusted certificate and a healthy page of another origin all fire `load`
 * and all hide their location.
 * @typedef {object} FailureFacts
 * @property {string} url the iframe's `src`
 * @property {string} hostUrl our own origin
 * @property {string | null} fault what was made to go wrong, in words
 * @property {boolean} loaded the iframe fired `load`
 * @property {number} limit milliseconds
 * @property {number} syncs how many SYNCs were sent
 * @property {string} expectedOrigin where SYNC was sent to
 * @property {readonly string[]} refusedOrigins other origins that messages came from
 * @property {readonly string[]} heardTypes message types that did come from the widget
 * @property {boolean} acknowledgedBefore a document of this iframe did answer before
 * @property {boolean} blockedByPolicy our own Content-Security-Policy refused the frame
 * @property {string | null} location where the iframe is, when it can be read
 */

/**
 * Says in words why the widget most likely did not answer, and what to do.
 * @param {FailureFacts} facts
 * @returns {string}
 */
export function explainFailure(facts) {
  const seconds = `${Number((facts.limit / 1000).toFixed(1))} s`;
  if (facts.fault !== null && facts.loaded) {
    return `The portal's faults ask for it: ${facts.fault} The host waited ${seconds}.`;
  }
  if (facts.blockedByPolicy) {
    return `This page's Content-Security-Policy does not allow a frame from ${facts.url}. Use an http or https address.`;
  }
  if (facts.url.startsWith("http:") && facts.hostUrl.startsWith("https:")) {
    return `The portal is on https, so the browser refuses the widget on http (${facts.url}). Serve both with the same scheme.`;
  }
  if (!facts.loaded) {
    return `${facts.url} did not load within ${seconds}: the server accepts the connection but does not answer, or it ` +
      "answers with something that is no page (a download, or status 204). Open the address in a tab of its own to see.";
  }
  const redirected = facts.refusedOrigins.at(-1);
  if (redirected !== undefined) {
    return `The widget redirected to ${redirected}, but SYNC goes to ${facts.expectedOrigin}, the origin of the configured ` +
      `url ${facts.url}. Configure the final address, or announce the new one with SET_WIDGET_URL before redirecting.`;
  }
  if (facts.location?.startsWith("about:")) {
    return `The iframe is empty (${facts.location}) after loading ${facts.url}. Open the address in a tab of its own to see.`;
  }
  if (facts.location !== null && facts.location.split("#")[0] !== facts.url.split("#")[0]) {
    return `The widget is now at ${facts.location} instead of ${facts.url}, and that page did not answer ` +
      `${facts.syncs} SYNC messages in ${seconds}. Does it create a CallingExtensions object?`;
  }
  if (facts.acknowledgedBefore) {
    return `The widget answered an earlier page but not this one (${facts.syncs} SYNC messages in ${seconds}). The SDK ` +
      "answers one SYNC per page, SDK 0.0.6 cannot be greeted again after reloading itself, and a page that redirects " +
      "while it still loads can use up its answer. Retry loads the widget from the start.";
  }
  if (facts.heardTypes.length > 0) {
    return `The page sent ${facts.heardTypes.join(", ")} but no SYNC_ACK in ${seconds}. Does it create a ` +
      "CallingExtensions object from @hubspot/calling-extensions-sdk, in the page itself and not in an inner frame?";
  }
  return `The widget at ${facts.url} did not answer ${facts.syncs} SYNC messages in ${seconds}. If the frame shows an ` +
    "error, nothing listens at that address, its certificate is not trusted, or X-Frame-Options or frame-ancestors forbid " +
    "framing. If it shows a page, that page did not create a CallingExtensions object (was the SDK loaded?) or was " +
    `redirected away from ${facts.expectedOrigin}: the browser's console names the origin it found instead.`;
}
