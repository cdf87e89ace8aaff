// The one module that every page loads. It runs once per visit: pages that follow arrive by instant navigation.

import { MessageWriter } from "./writer.mjs";
import "./keyboard.mjs";

customElements.define("message-writer", MessageWriter);
