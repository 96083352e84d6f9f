/** Files of every format that was ever released, and tests that open them. */
package dev.storetwin.core.golden;
