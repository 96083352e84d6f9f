/**
 * Everything to test with a twin: a fixture that reads as a sentence, shops that do not exist, and the contract that translators keep.
 *
 * <p>Reads nothing but what a test gives; hands on events, and decisions to expect something of.
 */
@NullMarked
package dev.storetwin.testing;

import org.jspecify.annotations.NullMarked;
