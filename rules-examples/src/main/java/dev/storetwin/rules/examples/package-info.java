/** Example rules: reads a merchant's wish, hands on the DRL that keeps it. */
@NullMarked
package dev.storetwin.rules.examples;

import org.jspecify.annotations.NullMarked;
