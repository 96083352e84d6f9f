/**
 * What keeps the twin true to its platform: asks again for what webhooks lost.
 *
 * <p>Reads the lists of a platform; hands on events and a report.
 */
@NullMarked
package dev.storetwin.core.platform;

import org.jspecify.annotations.NullMarked;
