/**
 * What ties the twin to its platforms: inboxes that keep webhooks until they are applied, and reconciliation, which asks for what was lost.
 *
 * <p>Reads messages and lists of a platform; hands on events and reports.
 */
@NullMarked
package dev.storetwin.core.platform;

import org.jspecify.annotations.NullMarked;
