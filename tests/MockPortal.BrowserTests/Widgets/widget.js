// A calling app as small as it can be: any published version of the SDK (?sdk=0.0.6), its options from the query, and a
// list of everything the host sent. Tests drive it through window.widget.
"use strict";

const query = new URLSearchParams(location.search);
const version = query.get("sdk") ?? "0.9.7";
const initialized = JSON.parse(query.get("initialized") ?? '{"isLoggedIn":true,"sizeInfo":{"width":420,"height":620}}');
const instances = Number(query.get("instances") ?? 1);

const handlers = [
  "onDialNumber", "onEndCall", "onVisibilityChanged", "onSetCallState", "onEngagementCreated", "onCreateEngagementSucceeded",
  "onCreateEngagementFailed", "onUpdateEngagementSucceeded", "onUpdateEngagementFailed", "onCallerIdMatchSucceeded",
  "onCallerIdMatchFailed", "onNavigateToRecordFailed", "onPublishToChannelSucceeded", "onPublishToChannelFailed",
  "onInitiateCallIdSucceeded", "onInitiateCallIdFailed", "onSetWidgetUrlFailed", "onUpdateAssociationsFailed", "onFailed",
  "onFinalizeEngagementSucceeded", "onFinalizeEngagementFailed",
];

window.widget = { version, sdk: null, received: [], wire: [], errors: [], readyCount: 0 };

window.addEventListener("error", event => window.widget.errors.push(String(event.message)));
window.addEventListener("message", event => {
  if (event.source === window.parent && event.data?.type) window.widget.wire.push(event.data);
});

function start(CallingExtensions) {
  for (let i = 0; i < instances; i++) {
    const eventHandlers = {
      onReady: data => {
        window.widget.readyCount++;
        window.widget.ready = data ?? null;
        if (!query.has("silentAfterReady")) sdk.initialized(initialized);
      },
    };
    for (const name of handlers)
      eventHandlers[name] = (data, message) => window.widget.received.push({ handler: name, type: message?.type, data: data ?? null });

    const sdk = new CallingExtensions({ debugMode: false, eventHandlers });
    window.widget.sdk = sdk;
  }
}

// From 0.9.0 on the package ships an ES module (and 0.9.0's main.js does not work in a script tag).
if (/^0\.9\./.test(version)) {
  import(`/sdk-${version}/main.esm.js`).then(module => start(module.default));
} else {
  const script = document.createElement("script");
  script.src = `/sdk-${version}/main.js`;
  script.onload = () => start(window.default);
  document.head.append(script);
}
