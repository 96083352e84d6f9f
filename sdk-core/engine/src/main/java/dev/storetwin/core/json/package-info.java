/** JSON: reads strictly, hands on bytes that are the same for the same values; the one place of the engine that sees Jackson. */
@NullMarked
package dev.storetwin.core.json;

import org.jspecify.annotations.NullMarked;
