import { copyOnClick } from "../shared/copy.js";
import { keepLocalTimes } from "../shared/local-time.js";
import { showLocalNumbers } from "../shared/local-number.js";

// For every page of the portal.
keepLocalTimes(document);
showLocalNumbers(document);
copyOnClick(document);
