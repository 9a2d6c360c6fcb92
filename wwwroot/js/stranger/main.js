// The window of another origin: passes on to the widget beside it what its parent hands over. See host/stranger.js.
window.addEventListener("message", ({ source, data: { place, message, targetOrigin } }) => {
  if (source === window.parent) window.parent[place]?.postMessage(message, targetOrigin);
});
