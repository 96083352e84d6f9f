/** Tests with a twin: reads given events, hands on what the twin decided. */
@NullMarked
package dev.storetwin.testing;

import org.jspecify.annotations.NullMarked;
