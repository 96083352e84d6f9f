/**
 * From where and with whom an order is sent.
 *
 * <p>Reads `state` and `forecast`; hands a proposal to `guardrail` and `decision`.
 */
@NullMarked
package dev.storetwin.fulfillment;

import org.jspecify.annotations.NullMarked;
