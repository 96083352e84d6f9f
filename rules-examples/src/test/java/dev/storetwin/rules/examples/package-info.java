/** Each rule: one test that fires it and one that does not. */
@NullMarked
package dev.storetwin.rules.examples;

import org.jspecify.annotations.NullMarked;
