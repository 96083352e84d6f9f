/**
 * Ports to the outside, by role; an adapter implements those it can.
 *
 * <p>Reads actions and platform messages; hands on events, signature checks and write results.
 */
@NullMarked
package dev.storetwin.platform;

import org.jspecify.annotations.NullMarked;
