/** @import { PortalContext, Provider, SurfaceEvent, SurfaceLocation, SurfaceView } from "../shared/types.js" */

/**
 * How a surface introduces itself to the server.
 * @param {PortalContext} context
 * @param {Provider} provider
 * @param {SurfaceLocation} place
 * @param {string | null} cameFrom the surface this one follows in its tab
 * @returns {SurfaceEvent[]}
 */
export function openingEvents(context, provider, place, cameFrom) {
  const { name, url, supportsInboundCalling, usesCallingWindow, usesRemote } = provider;
  /** @type {SurfaceEvent[]} */
  const events = [{
    kind: "opened",
    location: place,
    hostUrl: location.origin,
    record: context.record,
    widget: { name, url, supportsInboundCalling, usesCallingWindow, usesRemote },
    cameFrom,
  }];
  // A remote runs whether it is looked at or not: it may have to ring. A window is there to be looked at.
  if (place === "remote" && usesRemote) events.push({ kind: "load" });
  if (place === "window") events.push({ kind: "restore" });
  return events;
}

/**
 * What every SYNC carries beside `type` and `messageId`.
 * @param {PortalContext} context
 * @param {Provider} provider
 * @param {SurfaceLocation} place
 * @param {SurfaceView | null} view
 */
export function syncFields({ portalId, userId, ownerId }, provider, place, view) {
  return {
    hostUrl: location.origin,
    portalId,
    userId,
    ownerId,
    ...(view?.engagementId ? { engagementId: view.engagementId } : {}),
    ...(provider.tellsLocation ? { iframeLocation: place, usesCallingWindow: provider.usesCallingWindow } : {}),
  };
}
