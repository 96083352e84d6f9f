/**
 * Tells subscribers what has changed, each at its own pace.
 *
 * <p>Reads what was published; hands on changes. A slow subscriber never holds up the one who publishes.
 */
@NullMarked
package dev.storetwin.core.state.feed;

import org.jspecify.annotations.NullMarked;
