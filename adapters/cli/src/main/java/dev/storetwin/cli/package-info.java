/** The command line: reads files, hands on decisions and reports. */
@NullMarked
package dev.storetwin.cli;

import org.jspecify.annotations.NullMarked;
