/**
 * What was decided and how it went, in a trail that shows any tampering.
 *
 * <p>Reads decisions and outcomes; hands on lines that anybody can verify.
 */
@NullMarked
package dev.storetwin.audit;

import org.jspecify.annotations.NullMarked;
