/**
 * The vault: personal values sealed by Tink under one key per owner.
 *
 * <p>Reads keys from a key store; hands on sealed bytes and tokens. The only place that knows Tink.
 */
@NullMarked
package dev.storetwin.privacy;

import org.jspecify.annotations.NullMarked;
