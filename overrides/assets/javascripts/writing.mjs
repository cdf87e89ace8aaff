// What a page needs as soon as a writer stands in it, and no other page.

import { MessageWriter } from "./writer.mjs";

customElements.define("message-writer", MessageWriter);
