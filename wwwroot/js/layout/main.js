import { showLocalTimes } from "../shared/local-time.js";

// For every page of the portal.
showLocalTimes(document);
